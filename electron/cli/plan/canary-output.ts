import type { Canary } from '../../../shared/model/canary.ts';
import { canaryTexts } from '../../../shared/texts/canary.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';

/** How far a canary is, on a line. */
export function progressLine({ speaker }: CommandContext, canary: Canary): string {
  const texts = canaryTexts(speaker.language);
  const { phase, verdict } = canary;
  if (phase !== 'holding') return texts.phases[phase];
  const soFar = verdict === null ? '' : `; ${texts.verdicts[verdict]}`;
  return `${texts.phases.holding}: ${texts.left(canary, speaker.format)}${soFar}`;
}

/** What is found of each canary, with the arithmetic, and what came of it. */
export function canaryLines({ speaker }: CommandContext, canary: Canary): readonly string[] {
  const texts = canaryTexts(speaker.language);
  const { format, words } = speaker;
  const { phase, outcome, verdict, begunAnew } = canary;
  const how = phase === 'over' && outcome !== null ? texts.outcomes[outcome] : texts.phases[phase];
  return [
    ...canary.reports.flatMap(({ name, session, comparisons }) => [
      `${printable(name)}: ${texts.verdicts[session.finding]}, ${words.canaryFindings.session}. ${texts.session(session, format)}`,
      ...comparisons.map(
        (each) =>
          `${printable(name)}: ${texts.verdicts[each.finding]}, ${words.canaryFindings[each.measure]}. ${texts.comparison(each, format)}`,
      ),
    ]),
    ...(begunAnew > 0 ? [texts.begunAnew(begunAnew)] : []),
    verdict === null ? how : `${texts.verdicts[verdict]}. ${how}`,
  ];
}
