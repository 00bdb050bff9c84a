import {
  type ApplyKind,
  approvalOf,
  isApproved,
  type Plan,
  type PlanStep,
} from '../../../shared/model/plan.ts';
import { pause } from '../../base/pause.ts';
import type { Plans } from '../../plan/plans.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { isAtTerminal, typed } from '../arguments/password.ts';
import { helpOf } from '../arguments/usage.ts';
import type { CommandContext } from '../context.ts';
import { countsLine, exitCodeOfPlan, noPasswordLines, planLines, stepLine } from './plan-output.ts';

export interface ApplyOptions extends GlobalOptions {
  /** The plan's name and the number of its targets. */
  readonly approve?: string;
  readonly concurrency?: number;
}

/** Between two looks for what another process still does with the plan, milliseconds. */
const lookMs = 200;

/**
 * Applies a plan until it is done or interrupted, tells of each target as it goes, and prints what it came to. Throws `confirmation-needed` where
 * nobody approves it.
 */
export async function applyHere(
  context: CommandContext,
  options: ApplyOptions,
  plans: Plans,
  { id, kind }: { readonly id: string; readonly kind: ApplyKind },
): Promise<void> {
  const { output, interrupted, texts } = context;
  const approval = await approvalFor(context, options, plans.get(id));
  const endProgress = showProgress(context, plans, id);
  const stop = (): void => void plans.stop(id, 'here');
  interrupted.addEventListener('abort', stop, { once: true });
  try {
    if (!interrupted.aborted) {
      const { concurrency } = options;
      plans.apply(id, { approval, concurrency, kind });
      await plans.settled(id);
    }
    // Another process may have taken some of the steps.
    for (plans.look(); !interrupted.aborted && isAppliedElsewhere(plans.get(id)); plans.look())
      await pause(lookMs, interrupted);
  } finally {
    interrupted.removeEventListener('abort', stop);
    endProgress();
  }
  const plan = plans.get(id);
  await output.result(
    plan,
    output.terminal
      ? planLines(context, plan)
      : [...noPasswordLines(context, plan.steps), countsLine(context, plan)],
  );
  if ((plan.counts.waiting ?? 0) > 0)
    output.note(texts.plan.goOn(helpOf('plan resume').replace(' --help', ` ${id.slice(0, 8)}`)));
  context.endWith(exitCodeOfPlan(plan, interrupted.aborted));
}

function isAppliedElsewhere({ elsewhere }: Plan): boolean {
  return elsewhere === 'applying';
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
function showProgress(context: CommandContext, plans: Plans, id: string): () => void {
  const { output, stderr } = context;
  if (output.json) return () => undefined;
  const live = output.terminal && stderr.isTTY === true;
  const told = new Map<string, PlanStep['state']>();
  const end = plans.steps.listen(({ summary, steps }) => {
    if (summary.id !== id) return;
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
