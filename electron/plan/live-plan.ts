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
  positions(wanted: (step: PlanStep) => boolean): readonly number[];
  summary(): PlanSummary;
  whole(): Plan;
  /** One at a time. The signal fires when it is to stop. */
  run(busy: 'reading' | 'applying', task: (signal: AbortSignal) => Promise<void>): void;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

export function livePlan(kept: KeptPlan, { clock, store, onSteps, logFault }: Told): LivePlan {
  const { facts, leftOut } = kept;
  const steps = [...kept.steps];
  const changed = new Set<number>();
  let cancel: (() => void) | null = null;
  let busy: PlanSummary['busy'] = 'no';
  let abort = new AbortController();
  let running: Promise<void> = Promise.resolve();

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
    changed.clear();
    // What a step came to is in the audit log too, from which it is known at the next start.
    try {
      store.putSteps(facts.id, new Map(positions.map((each) => [each, stepAt(each)])));
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
      cancel ??= clock.after(tellMs, tell);
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
  };
}

/** What a step is at the start: one that was under way is what the audit log says, and waits where that says nothing. */
export function resumed(step: PlanStep, entries: readonly AuditEntry[]): PlanStep {
  if (step.state !== 'running' && step.state !== 'unknown') return step;
  const entry = entries.findLast(({ profileId }) => profileId === step.profileId);
  return entry === undefined
    ? { ...step, state: 'waiting' }
    : concludedBy({ ...step, error: null }, entry);
}

function countsOf(steps: readonly PlanStep[]): PlanSummary['counts'] {
  const counts = Object.fromEntries(stepStates.map((state) => [state, 0])) as Record<
    StepState,
    number
  >;
  for (const { state } of steps) counts[state]++;
  return counts;
}
