import { assertNever } from '../../../shared/assert.ts';
import { type Plan, type PlanStep, stepStates, wantedOf } from '../../../shared/model/plan.ts';
import { type PlanDeed, wordOf } from '../../../shared/model/plan-deed.ts';
import { inOneLine } from '../../../shared/texts/say.ts';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCode, exitCodeOf } from '../exit-code.ts';
import { printable } from '../output/printable.ts';
import { settingValue } from '../output/setting-value.ts';
import { table } from '../output/table.ts';

/** A plan as people read it: what it is, each target, and how many are how far. */
export function planLines(context: CommandContext, plan: Plan): readonly string[] {
  const { texts, speaker } = context;
  const { columns } = texts.plan;
  const rows = plan.steps.map((step) => [
    printable(step.profileName),
    step.seen === null
      ? texts.plan.notRead
      : settingValue(context, step.planned.setting, step.seen.value),
    settingValue(context, step.planned.setting, wantedOf(step.planned)),
    texts.plan.states[step.state] + locked(context, step),
    whyOf(context, step),
  ]);
  const scope = scopeOf(context, plan);
  return [
    `${printable(plan.name)}  ${plan.id.slice(0, 8)}`,
    madeBy(context, plan),
    ...(scope === null ? [] : [scope]),
    ...plan.deeds.map((deed) => deedLine(context, deed)),
    ...table([[columns.proxy, columns.seen, columns.wanted, columns.state, ''], ...rows]),
    ...plan.leftOut.map(
      ({ profileName, error }) =>
        `${printable(profileName)}: ${printable(inOneLine(speaker.error(error)))}`,
    ),
    ...noPasswordLines(context, plan.steps),
    countsLine(context, plan),
  ];
}

/** For each user without a password: of how many targets it is, and where to put it. */
export function noPasswordLines(
  { texts, speaker }: CommandContext,
  steps: readonly PlanStep[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const { error } of steps) {
    if (error?.code !== 'no-password' || error.detail.case !== 'command-line') continue;
    counts.set(error.detail.user, (counts.get(error.detail.user) ?? 0) + 1);
  }
  const detail = { case: 'command-line', user: '', name: '' } as const;
  const { remedy } = speaker.error({ code: 'no-password', detail });
  return [...counts].map(
    ([user, count]) => `${texts.plan.noPasswordFor(printable(user), count)} ${remedy}`,
  );
}

/** Who made it, and when. */
export function madeBy(
  { speaker }: CommandContext,
  { actor, createdAt }: Pick<Plan, 'actor' | 'createdAt'>,
): string {
  return `${printable(actor)}, ${speaker.format.dateTime(createdAt)}`;
}

/** What was done with the plan, when and by whom. */
function deedLine({ texts, speaker }: CommandContext, deed: PlanDeed): string {
  const { at, actor, remote, shell } = deed;
  const by =
    actor === null
      ? ''
      : texts.plan.doer(printable(actor), remote === null ? null : printable(remote), shell);
  return `${speaker.format.dateTime(at)}: ${texts.plan.deeds[wordOf(deed)](by)}`;
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

/** How many targets nobody has looked at yet: their reading was cut off. */
export function countUnread({ steps }: Pick<Plan, 'steps'>): number {
  return steps.filter(({ state, seen }) => state === 'waiting' && seen === null).length;
}

/** How reading the values for a plan ends: by what cut it off, else by why targets were not reached, where that is the same for all of them. */
export function exitCodeOfReading(plan: Pick<Plan, 'steps'>, interrupted: boolean): ExitCode {
  const { steps } = plan;
  if (interrupted) return exitCode.interrupted;
  if (countUnread(plan) > 0) return exitCode.notWhole;
  const unreached = steps.filter(({ state }) => state === 'unreachable');
  const ends = new Set(
    unreached.map(({ error }) =>
      error === null ? exitCode.cannotConnect : exitCodeOf(error.code),
    ),
  );
  const [end = exitCode.done] = ends;
  return ends.size > 1 ? exitCode.cannotConnect : end;
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

function locked({ texts }: CommandContext, { state, guarded }: PlanStep): string {
  return guarded && state === 'waiting' ? ` (${texts.plan.locked})` : '';
}

function whyOf({ speaker, texts }: CommandContext, { error }: PlanStep): string {
  // Of many targets the same: what to do is said once, by `noPasswordLines`.
  if (error?.code === 'no-password') return texts.plan.noPassword;
  return error === null ? '' : printable(inOneLine(speaker.error(error)));
}
