import { AppError } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import {
  isOver,
  type Plan,
  type PlanStep,
  type PlanSummary,
  type StepState,
  stepStates,
} from '../../shared/model/plan.ts';
import type { Clock } from '../base/clock.ts';
import type { KeptPlan, PlanStore } from '../store/plans.ts';
import { concludedBy } from './step.ts';

/** Between two times that the steps of a plan are told of and written. */
const tellMs = 250;

export interface Told {
  readonly clock: Pick<Clock, 'after'>;
  readonly store: Pick<PlanStore, 'putSteps'>;
  readonly onSteps: (change: {
    readonly summary: PlanSummary;
    readonly steps: readonly PlanStep[];
  }) => void;
  readonly logFault: (what: string, error: unknown) => void;
}

/** A plan, and what is done with it. */
export interface LivePlan {
  readonly facts: KeptPlan['facts'];
  readonly busy: PlanSummary['busy'];
  step(position: number): PlanStep;
  /** Tells of it soon, and writes it. */
  set(position: number, step: PlanStep): void;
  /** Tells and writes what is new now. */
  flush(): void;
  positions(wanted: (step: PlanStep) => boolean): readonly number[];
  summary(): PlanSummary;
  whole(): Plan;
  /** One at a time. The signal fires when it is to stop. */
  run(busy: 'reading' | 'applying', task: (signal: AbortSignal) => Promise<void>): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
  /** Tells and writes nothing any more. */
  end(): void;
}

export function livePlan(kept: KeptPlan, { clock, store, onSteps, logFault }: Told): LivePlan {
  const { facts, leftOut } = kept;
  const steps = [...kept.steps];
  const changed = new Set<number>();
  /** What could not be written goes with the next. */
  const unwritten = new Set<number>();
  let cancel: (() => void) | null = null;
  let busy: PlanSummary['busy'] = 'no';
  let abort = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let ended = false;

  const summary = (): PlanSummary => ({
    ...facts,
    busy,
    counts: countsOf(steps),
    production: steps.filter((step) => step.production && !isOver(step)).length,
  });
  const tell = (): void => {
    cancel?.();
    cancel = null;
    const positions = [...changed];
    for (const position of positions) unwritten.add(position);
    changed.clear();
    // What a step came to is in the audit log too, from which it is known at the next start.
    try {
      store.putSteps(facts.id, new Map([...unwritten].map((each) => [each, stepAt(each)])));
      unwritten.clear();
    } catch (error) {
      if (!(error instanceof AppError)) logFault('the steps of a plan could not be kept', error);
    }
    onSteps({ summary: summary(), steps: positions.map(stepAt) });
  };
  const stepAt = (position: number): PlanStep => {
    const step = steps[position];
    if (step === undefined) throw new RangeError(`the plan has no step ${position}`);
    return step;
  };
  return {
    facts,
    get busy() {
      return busy;
    },
    step: stepAt,
    set(position, step) {
      steps[position] = step;
      changed.add(position);
      if (!ended) cancel ??= clock.after(tellMs, tell);
    },
    flush: () => {
      if (changed.size + unwritten.size > 0) tell();
    },
    positions: (wanted) => steps.flatMap((step, position) => (wanted(step) ? [position] : [])),
    summary,
    whole: () => ({ ...summary(), steps: [...steps], leftOut }),
    run(what, task) {
      busy = what;
      abort = new AbortController();
      running = task(abort.signal)
        .catch((error: unknown) => logFault(`a plan could not go on`, error))
        .finally(() => {
          busy = 'no';
          tell();
        });
    },
    async stop() {
      abort.abort();
      await running;
    },
    end() {
      ended = true;
      cancel?.();
      cancel = null;
    },
  };
}

/**
 * What a step is at the start: what the audit log says of it since it was written last. One that was under way waits where that says nothing; `entries` are
 * those of its plan, oldest first.
 */
export function resumed(step: PlanStep, entries: readonly AuditEntry[]): PlanStep {
  if (isOver(step)) return step;
  const later = step.state === 'unknown' ? (step.auditId ?? 0) - 1 : (step.auditId ?? 0);
  const entry = entries.findLast(({ id, profileId }) => profileId === step.profileId && id > later);
  if (entry !== undefined) return concludedBy({ ...step, error: null }, entry);
  return step.state === 'running' ? { ...step, state: 'waiting' } : step;
}

function countsOf(steps: readonly PlanStep[]): PlanSummary['counts'] {
  const counts = Object.fromEntries(stepStates.map((state) => [state, 0])) as Record<
    StepState,
    number
  >;
  for (const { state } of steps) counts[state]++;
  return counts;
}
