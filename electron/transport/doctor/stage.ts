import { AppError } from '../../../shared/errors.ts';
import type {
  Finding,
  FindingCode,
  FindingDetail,
  StageResult,
  TestStage,
} from '../../../shared/model/connection-test.ts';
import { testCancelled } from './errors.ts';

/** What a stage that succeeded found, and what it hands to the next. `ms` where the time is not that of the stage's own work. */
export interface Found<T> {
  readonly finding: Finding;
  readonly value: T;
  readonly ms?: number;
}

/** The results of a connection test as they come in. */
export interface StageRecord {
  readonly results: readonly StageResult[];
  /** Runs a stage. An `AppError` that it throws becomes its result, with the finding that `explain` names, and answers null. */
  run<T>(
    stage: TestStage,
    work: () => Promise<Found<T>>,
    explain: (error: AppError) => Finding,
  ): Promise<Found<T> | null>;
  /** A stage that is not run: for a reason of its own, or because one before it failed. */
  skip(stage: TestStage, finding?: Finding): void;
}

/** A finding and the facts that it names. */
export function finding<C extends FindingCode>(
  code: C,
  ...[detail = {} as FindingDetail<C>]: Record<never, never> extends FindingDetail<C>
    ? [detail?: FindingDetail<C>]
    : [detail: FindingDetail<C>]
): Finding {
  // That the detail is the code's, the parameters say.
  return { code, detail } as unknown as Finding;
}

/** An empty record. `onStage` is told of each result at once. Once the signal fired, whatever fails has failed by `cancelled`. */
export function createStageRecord({
  signal,
  onStage,
}: {
  readonly signal?: AbortSignal | undefined;
  readonly onStage?: ((result: StageResult) => void) | undefined;
}): StageRecord {
  const results: StageResult[] = [];
  const add = (result: StageResult): void => {
    results.push(result);
    onStage?.(result);
  };
  return {
    results,
    async run(stage, work, explain) {
      const start = performance.now();
      const elapsed = (): number => Math.round((performance.now() - start) * 10) / 10;
      try {
        const found = await work();
        const ms = found.ms ?? elapsed();
        add({ stage, outcome: 'ok', ms, finding: found.finding, error: null });
        return found;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        const failure = signal?.aborted ? testCancelled() : error;
        const reason = failure.code === 'cancelled' ? finding('cancelled') : explain(failure);
        add({ stage, outcome: 'failed', ms: elapsed(), finding: reason, error: failure.toValue() });
        return null;
      }
    },
    skip(stage, reason) {
      add({ stage, outcome: 'skipped', ms: 0, finding: reason ?? null, error: null });
    },
  };
}
