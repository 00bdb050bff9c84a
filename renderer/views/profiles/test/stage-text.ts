import type { StageResult } from '../../../../shared/model/connection-test.ts';
import type { Speaker } from '../../../../shared/texts/speak.ts';

/** What a stage found, and what to do about it where it failed; empty where there is nothing to say. */
export function stageText(
  speaker: Speaker,
  { outcome, finding, error }: StageResult,
): { readonly finding: string; readonly remedy: string } {
  const why = error === null ? null : speaker.error(error);
  if (finding === null) return { finding: why?.message ?? '', remedy: why?.remedy ?? '' };
  const said = speaker.finding(finding);
  const advice = said.advice ?? why?.remedy ?? '';
  return { finding: said.finding, remedy: outcome === 'skipped' ? '' : advice };
}
