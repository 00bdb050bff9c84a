import { assertNever } from '../../../shared/assert.ts';
import { type Plan, type PlanStep, stepStates, wantedOf } from '../../../shared/model/plan.ts';
import { inOneLine } from '../../../shared/texts/say.ts';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { printable } from '../output/printable.ts';
import { table } from '../output/table.ts';

/** A plan as people read it: what it is, each target, and how many are how far. */
export function planLines(context: CommandContext, plan: Plan): readonly string[] {
  const { texts, speaker } = context;
  const { columns } = texts.plan;
  const rows = plan.steps.map((step) => [
    printable(step.profileName),
    step.seen === null ? texts.plan.notRead : shown(context, step.seen.value),
    shown(context, wantedOf(step.planned)),
    texts.plan.states[step.state] + locked(context, step),
    whyOf(context, step),
  ]);
  const scope = scopeOf(context, plan);
  return [
    `${printable(plan.name)}  ${plan.id.slice(0, 8)}`,
    madeBy(context, plan),
    ...(scope === null ? [] : [scope]),
    ...table([[columns.proxy, columns.seen, columns.wanted, columns.state, ''], ...rows]),
    ...plan.leftOut.map(
      ({ profileName, error }) =>
        `${printable(profileName)}: ${printable(inOneLine(speaker.error(error)))}`,
    ),
    countsLine(context, plan),
  ];
}

/** Who made it, and when. */
export function madeBy(
  { speaker }: CommandContext,
  { actor, createdAt }: Pick<Plan, 'actor' | 'createdAt'>,
): string {
  return `${printable(actor)}, ${speaker.format.dateTime(createdAt)}`;
}

/** What became of one target, on a line. */
export function stepLine(context: CommandContext, step: PlanStep): string {
  const why = whyOf(context, step);
  const state = context.texts.plan.states[step.state];
  return `${printable(step.profileName)}: ${state}${why === '' ? '' : `. ${why}`}`;
}

/** How many targets are how far. */
export function countsLine({ texts }: CommandContext, { counts }: Pick<Plan, 'counts'>): string {
  const present = stepStates.filter((state) => (counts[state] ?? 0) > 0);
  return present.map((state) => `${texts.plan.states[state]}: ${counts[state]}`).join(', ');
}

/** How applying a plan ends: by what is worst of it. */
export function exitCodeOfPlan({ counts }: Pick<Plan, 'counts'>, interrupted: boolean): ExitCode {
  const has = (state: PlanStep['state']): boolean => (counts[state] ?? 0) > 0;
  if (has('unknown')) return exitCode.unknown;
  if (has('conflict')) return exitCode.notAsExpected;
  if (interrupted) return exitCode.interrupted;
  if (has('failed') || has('waiting') || has('running')) return exitCode.notWhole;
  return has('unreachable') ? exitCode.cannotConnect : exitCode.done;
}

function scopeOf({ texts }: CommandContext, { scope, undoes }: Plan): string | null {
  if (undoes !== null) return texts.plan.undoes(undoes.slice(0, 8));
  switch (scope.kind) {
    case 'selection':
      return null;
    case 'folder':
      return texts.plan.folder(printable(scope.folder));
    case 'tag':
      return texts.plan.tag(printable(scope.tag));
    case 'search':
      return texts.plan.search(printable(scope.search));
    default:
      return assertNever(scope);
  }
}

function locked({ texts }: CommandContext, { state, production }: PlanStep): string {
  return production && state === 'waiting' ? ` (${texts.plan.locked})` : '';
}

function whyOf({ speaker }: CommandContext, { error }: PlanStep): string {
  return error === null ? '' : printable(inOneLine(speaker.error(error)));
}

function shown({ texts }: CommandContext, value: string | null): string {
  return value === null ? texts.none : printable(value);
}
