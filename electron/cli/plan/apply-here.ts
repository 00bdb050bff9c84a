import {
  type ApplyKind,
  approvalOf,
  isAmong,
  isApproved,
  type Plan,
  type PlanStep,
} from '../../../shared/model/plan.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { isAtTerminal, typed } from '../arguments/password.ts';
import { helpOf } from '../arguments/usage.ts';
import type { CommandContext } from '../context.ts';
import type { PlanDesk } from './plan-desk.ts';
import {
  countsLine,
  countUnread,
  exitCodeOfPlan,
  exitCodeOfReading,
  noPasswordLines,
  planLines,
  stepLine,
} from './plan-output.ts';

export interface ApplyOptions extends GlobalOptions {
  /** The plan's name and the number of its targets. */
  readonly approve?: string;
  readonly concurrency?: number;
}

/**
 * Applies a plan until it is done or interrupted, tells of each target as it goes, and prints what it came to. Throws `confirmation-needed` where
 * nobody approves it.
 */
export async function applyHere(
  context: CommandContext,
  options: ApplyOptions,
  desk: PlanDesk,
  { id, kind }: { readonly id: string; readonly kind: ApplyKind },
): Promise<void> {
  const { interrupted, output, texts } = context;
  const before = await desk.get(id);
  const atRest = before.busy === 'no' && before.elsewhere === 'no';
  if (atRest && !before.steps.some((step) => isAmong(kind, step))) {
    await tellApplied(context, before);
    output.note(texts.plan.nothingToDo);
    return;
  }
  const approval = await approvalFor(context, options, before);
  const endProgress = showProgress(context, desk, id);
  try {
    if (!interrupted.aborted) {
      const { concurrency } = options;
      await desk.apply(id, { approval, concurrency, kind });
      await untilOver(context, desk, id);
    }
  } finally {
    endProgress();
  }
  await tellApplied(context, await desk.get(id), before);
}

/** Waits until nothing of it is under way any more; an interruption lets nothing more of it begin. Rejects as the desk does. */
export async function untilOver(
  { interrupted }: CommandContext,
  desk: PlanDesk,
  id: string,
): Promise<void> {
  const failed = Promise.withResolvers<never>();
  const stop = (): void => void desk.stop(id).catch(failed.reject);
  interrupted.addEventListener('abort', stop, { once: true });
  if (interrupted.aborted) stop();
  try {
    await Promise.race([desk.settled(id), failed.promise]);
  } finally {
    interrupted.removeEventListener('abort', stop);
  }
}

/** Prints what applying a plan came to, and how to go on where that is not all; ends with it. `before`: as it was when it was begun, where that is known. */
export async function tellApplied(
  context: CommandContext,
  plan: Plan,
  before: Plan | null = null,
): Promise<void> {
  const { output, interrupted, texts } = context;
  await output.result(
    plan,
    output.terminal
      ? planLines(context, plan)
      : [...noPasswordLines(context, plan.steps), countsLine(context, plan)],
  );
  const waiting = plan.counts.waiting ?? 0;
  const next = (command: string) => helpOf(command).replace(' --help', ` ${plan.id.slice(0, 8)}`);
  // A value that nobody had looked at is read, and changed only when it is applied again.
  if (waiting > 0 && waiting === (before === null ? 0 : countNewlyRead(before, plan)))
    output.note(texts.plan.onlyRead(waiting, next('plan apply')));
  else if (waiting > 0) output.note(texts.plan.goOn(next('plan resume')));
  context.endWith(exitCodeOfPlan(plan, interrupted.aborted));
}

function countNewlyRead(before: Plan, after: Plan): number {
  return after.steps.filter(
    ({ state, seen }, position) =>
      state === 'waiting' && seen !== null && before.steps[position]?.seen === null,
  ).length;
}

/** Prints what reading a plan came to; ends as `endReading`. */
export async function tellReading(context: CommandContext, plan: Plan): Promise<void> {
  await context.output.result(plan, planLines(context, plan));
  endReading(context, plan);
}

/** Ends with what reading a plan came to, which was printed, and says how to go on where that is not all. */
export function endReading({ output, texts, interrupted, endWith }: CommandContext, plan: Plan) {
  if (countUnread(plan) > 0) {
    const readOn = helpOf('plan show').replace(' --help', ` ${plan.id.slice(0, 8)} --read`);
    output.note(texts.plan.readOn(readOn));
  }
  endWith(exitCodeOfReading(plan, interrupted.aborted));
}

/** What approves the plan: given, or typed at the terminal where it is needed. */
export async function approvalFor(
  context: CommandContext,
  { approve }: ApplyOptions,
  plan: Plan,
): Promise<string | undefined> {
  if (approve !== undefined || plan.guarded === 0 || !isAtTerminal(context)) return approve;
  const wanted = approvalOf(plan);
  const given = await typed(context, context.texts.plan.approve(wanted, plan.guarded), true);
  return isApproved(plan, given) ? wanted : given;
}

/** On a terminal one line that is written again and again, else a line for each target that is over; nothing with --json. Answers ending it. */
function showProgress(context: CommandContext, desk: PlanDesk, id: string): () => void {
  const { output, stderr } = context;
  if (output.json) return () => undefined;
  const live = output.terminal && stderr.isTTY === true;
  const told = new Map<string, PlanStep['state']>();
  const end = desk.onSteps(id, (summary, steps) => {
    if (live) return void stderr.write(`\r\u001b[K${countsLine(context, summary)}`);
    for (const step of steps) {
      if (step.state === 'waiting' || step.state === 'running') continue;
      if (told.get(step.profileId) === step.state) continue;
      told.set(step.profileId, step.state);
      void output.text(`${stepLine(context, step)}\n`);
    }
  });
  return () => {
    end();
    if (live) stderr.write('\r\u001b[K');
  };
}
