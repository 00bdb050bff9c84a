import type { Canary, CanaryDecision, CanaryOptions } from '../../../shared/model/canary.ts';
import { notRevertibleSteps } from '../../../shared/model/take-back.ts';
import { canaryTexts } from '../../../shared/texts/canary.ts';
import { helpOf } from '../arguments/usage.ts';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { type ApplyOptions, approvalFor } from './apply-here.ts';
import { canaryLines, progressLine } from './canary-output.ts';
import type { CanaryDesk, PlanDesk } from './plan-desk.ts';
import { countsLine, exitCodeOfPlan } from './plan-output.ts';

/** Where nobody reads along on a terminal, how far a hold is is told so often, milliseconds. */
const tellMs = 10_000;

/** Applies a plan in two stages, and tells of it until it is over, needs a decision, or is interrupted. Throws as `Canaries.start`. */
export async function applyInStages(
  context: CommandContext,
  options: ApplyOptions,
  desk: PlanDesk,
  id: string,
  canary: CanaryOptions,
): Promise<void> {
  const plan = await desk.get(id);
  const { share } = canary;
  const candidates = plan.steps.filter(
    ({ state, profileId }) =>
      state === 'waiting' && (share.kind !== 'one' || share.id === null || share.id === profileId),
  );
  const mayStay = notRevertibleSteps(candidates).length;
  if (mayStay > 0)
    context.output.warn(canaryTexts(context.speaker.language).mayStay(mayStay, candidates.length));
  const approval = await approvalFor(context, options, plan);
  const { concurrency } = options;
  await desk.withCanary(id, async (here) => {
    const begun = await here.start(id, canary, { approval, concurrency });
    if (!context.output.json) {
      const { speaker, output } = context;
      const texts = canaryTexts(speaker.language);
      await output.text(
        `${begun.canaries.map(({ name }) => name).join(', ')}: ${texts.choice(begun.choice, speaker.format)}\n`,
      );
      if (begun.notRevertible > 0) output.warn(texts.notRevertible(begun.notRevertible));
    }
    here.watch(begun);
    await follow(context, desk, here, id);
  });
}

/** Decides about a canary, and tells of it as `applyInStages`. Throws `unsupported` where that cannot be decided now. */
export async function decideCanary(
  context: CommandContext,
  desk: PlanDesk,
  id: string,
  decision: CanaryDecision | null,
): Promise<void> {
  await desk.withCanary(id, async (here) => {
    const known = await here.get(id);
    if (known !== null) here.watch(known);
    if (decision !== null) await here.decide(id, decision);
    if (known === null || decision === null) {
      const { output, texts } = context;
      const lines =
        known === null
          ? [texts.plan.noCanary]
          : canaryLines(context, known, (await desk.get(id)).steps);
      await output.result({ canary: known }, lines);
      return;
    }
    // Another process that watches it needs a moment to see what was decided.
    await follow(context, desk, here, id, known.phase === 'asking' ? 'asking' : null);
  });
}

/** Until it is over or asks; `leaving` is a phase that it has yet to leave. */
async function follow(
  context: CommandContext,
  desk: PlanDesk,
  here: CanaryDesk,
  id: string,
  leaving: Canary['phase'] | null = null,
): Promise<void> {
  const { interrupted } = context;
  const ended = Promise.withResolvers<void>();
  let left = leaving === null;
  const look = ({ phase }: Canary): void => {
    left ||= phase !== leaving;
    if (left && (phase === 'over' || phase === 'asking')) ended.resolve();
  };
  const tell = showProgress(context);
  const endListening = here.listen(id, (canary) => {
    tell(canary);
    look(canary);
  });
  const stop = (): void => ended.resolve();
  interrupted.addEventListener('abort', stop, { once: true });
  try {
    const begun = await here.get(id);
    if (begun !== null) {
      tell(begun);
      look(begun);
    }
    if (interrupted.aborted) stop();
    await Promise.race([ended.promise, here.lost()]);
  } finally {
    interrupted.removeEventListener('abort', stop);
    endListening();
  }
  // Nothing is changed yet: it ends with the command that began it.
  if (interrupted.aborted && (await here.get(id))?.phase === 'measuring')
    await here.decide(id, { kind: 'revert' });
  await tellCanary(context, desk, here, id);
}

/** Prints how far a canary is and its plan, and how to decide where that is open; ends with it. */
export async function tellCanary(
  context: CommandContext,
  desk: PlanDesk,
  here: CanaryDesk,
  id: string,
): Promise<void> {
  const { output, interrupted, texts } = context;
  const canary = await here.get(id);
  if (canary === null) return;
  const plan = await desk.get(id);
  await output.result({ plan, canary }, [
    ...canaryLines(context, canary, plan.steps),
    countsLine(context, plan),
  ]);
  if (canary.phase !== 'over')
    output.note(
      texts.plan.decideBy(helpOf('plan canary').replace(' --help', ` ${id.slice(0, 8)}`)),
    );
  context.endWith(exitCodeOfCanary(canary, exitCodeOfPlan(plan, interrupted.aborted)));
}

function exitCodeOfCanary({ phase, outcome }: Canary, ofPlan: ExitCode): ExitCode {
  if (phase !== 'over') return ofPlan === exitCode.done ? exitCode.notWhole : ofPlan;
  return outcome === 'reverted' || outcome === 'left' ? exitCode.reverted : ofPlan;
}

/** A line for each phase, and now and then how much is left of a hold; on a terminal that is one line, written again and again. Nothing with --json. */
function showProgress(context: CommandContext): (canary: Canary) => void {
  const { output, stderr } = context;
  if (output.json) return () => undefined;
  const live = output.terminal && stderr.isTTY === true;
  let phase: Canary['phase'] | null = null;
  let toldAt = 0;
  return (canary) => {
    const isNew = canary.phase !== phase;
    phase = canary.phase;
    if (phase === 'over' || phase === 'asking') {
      if (live) stderr.write('\r\u001b[K');
      return;
    }
    const line = progressLine(context, canary);
    if (live) stderr.write(`\r\u001b[K${line}`);
    else if (isNew || performance.now() - toldAt >= tellMs) {
      toldAt = performance.now();
      void output.text(`${line}\n`);
    }
  };
}
