import type { Canary, CanaryDecision, CanaryOptions } from '../../../shared/model/canary.ts';
import type { Decision, Plan, PlanStep, PlanSummary } from '../../../shared/model/plan.ts';
import type { Apply, Plans } from '../../plan/plans.ts';

/** A plan's canary, as a command follows it. */
export interface CanaryDesk {
  start(
    id: string,
    options: CanaryOptions,
    how: Pick<Apply, 'approval' | 'concurrency'>,
  ): Promise<Canary>;
  get(id: string): Promise<Canary | null>;
  decide(id: string, decision: CanaryDecision): Promise<void>;
  /** Looks at those that it is about, where nobody else does. */
  watch(canary: Canary): void;
  /** Rejects once whoever watches it is gone; else it never settles. */
  lost(): Promise<never>;
  /** Returns unsubscribing. */
  listen(id: string, listener: (canary: Canary) => void): () => void;
}

/** Plans as a command works on them: by itself, or in the console that runs beside it. Methods reject as those of `Plans` and `Canaries` throw. */
export interface PlanDesk {
  list(): Promise<readonly PlanSummary[]>;
  get(id: string): Promise<Plan>;
  create(plan: Parameters<Plans['create']>[0]): Promise<Plan>;
  read(id: string): Promise<void>;
  apply(id: string, how: Apply): Promise<void>;
  decide(id: string, decision: Decision): Promise<void>;
  undo(id: string, name: string | undefined): Promise<Plan>;
  /** Lets no further step begin of what this command began. */
  stop(id: string): Promise<void>;
  /** Resolves when nothing of it is under way any more, by whomever; of another process an interruption ends the waiting. Rejects where it was removed. */
  settled(id: string): Promise<void>;
  /** Returns unsubscribing. */
  onSteps(
    id: string,
    listener: (summary: PlanSummary, steps: readonly PlanStep[]) => void,
  ): () => void;
  /** Runs a task with the canary of a plan, and watches it no more after. */
  withCanary<T>(id: string, task: (canary: CanaryDesk) => Promise<T>): Promise<T>;
}
