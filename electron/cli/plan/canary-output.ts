import type { Canary } from '../../../shared/model/canary.ts';
import type { PlanStep } from '../../../shared/model/plan.ts';
import { unchangedCanaries } from '../../../shared/model/unchanged-canaries.ts';
import { canaryTexts } from '../../../shared/texts/canary.ts';
import type { CommandContext } from '../context.ts';
import { printable } from '../output/printable.ts';
import { stepLine } from './plan-output.ts';

/** How far a canary is, on a line. */
export function progressLine({ speaker }: CommandContext, canary: Canary): string {
  const texts = canaryTexts(speaker.language);
  const { phase, verdict } = canary;
  if (phase === 'measuring')
    return `${texts.phases.measuring}: ${texts.left(canary, speaker.format)}`;
  if (phase !== 'holding') return texts.phases[phase];
  const soFar = verdict === null ? '' : `; ${texts.verdicts[verdict]}`;
  return `${texts.phases.holding}: ${texts.left(canary, speaker.format)}${soFar}`;
}

/** What is found of each canary, with the arithmetic, and what came of it. */
export function canaryLines(
  context: CommandContext,
  canary: Canary,
  steps: readonly PlanStep[],
): readonly string[] {
  const { speaker } = context;
  const texts = canaryTexts(speaker.language);
  const { format, words } = speaker;
  const { phase, outcome, verdict, begunAnew } = canary;
  const unchanged = unchangedCanaries(canary, steps);
  if (unchanged.length > 0)
    return [
      ...unchanged.map((step) => stepLine(context, step)),
      `${texts.notChanged.title}. ${texts.notChanged.next}`,
    ];
  const isUnderWay = phase !== 'over' && phase !== 'asking';
  const names = canary.canaries.map(({ name }) => printable(name)).join(', ');
  const how =
    phase === 'over' && outcome !== null
      ? texts.outcomes[outcome]
      : isUnderWay
        ? `${names}: ${progressLine(context, canary)}`
        : texts.phases[phase];
  return [
    ...canary.reports.flatMap(({ name, session, comparisons }) => [
      `${printable(name)}: ${texts.verdicts[session.finding]}, ${words.canaryFindings.session}. ${texts.session(session, format)}`,
      ...comparisons.map(
        (each) =>
          `${printable(name)}: ${texts.verdicts[each.finding]}, ${words.canaryFindings[each.measure]}. ${texts.comparison(each, format)}`,
      ),
    ]),
    ...(canary.notRevertible > 0 && phase !== 'over'
      ? [texts.notRevertible(canary.notRevertible)]
      : []),
    ...(begunAnew > 0 ? [texts.begunAnew(begunAnew)] : []),
    verdict === null || isUnderWay ? how : `${texts.verdicts[verdict]}. ${how}`,
  ];
}
