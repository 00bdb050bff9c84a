import { AppError } from '../../../shared/errors.ts';
import type { Steps } from '../../base/steps.ts';
import { type Urgency, urgencies } from './calls.ts';

/** A call that waits, or of which a part is done. */
export interface Job {
  readonly id: number;
  readonly urgency: Urgency;
  readonly begin: () => Steps<unknown>;
  /** One of the two hears once what it came to, unless it was cancelled. */
  readonly onAnswer: (value: unknown) => void;
  readonly onError: (error: unknown) => void;
}

/** The order of the work: part by part, the most urgent first, those of equal urgency in turn. */
export interface Work {
  add(job: Job): void;
  /** Drops what waits; what is under way ends at its next pause. What is to be written is written. */
  cancel(id: number): void;
  /** Resolves when all is written that was to be; whatever only reads rejects with `cancelled`. */
  close(): Promise<void>;
  /** Drops all that waits, also what is to be written; what is under way ends at its next pause. Nobody hears of it. */
  abandon(): void;
}

interface Waiting extends Job {
  steps: Steps<unknown> | null;
}

export function createWork(): Work {
  const waiting = new Map<Urgency, Waiting[]>(urgencies.map((urgency) => [urgency, []]));
  let running = false;
  let onIdle: (() => void) | null = null;
  const next = (): Waiting | undefined => {
    for (const jobs of waiting.values()) if (jobs.length > 0) return jobs.shift();
    return undefined;
  };
  const goOn = (): void => {
    const job = next();
    running = job !== undefined;
    if (job === undefined) {
      onIdle?.();
      return;
    }
    try {
      job.steps ??= job.begin();
      const { done, value } = job.steps.next();
      if (done) job.onAnswer(value);
      else requeue(job);
    } catch (error) {
      job.onError(error);
    }
    // What comes meanwhile may be more urgent, or take this back.
    setImmediate(goOn);
  };
  const requeue = (job: Waiting): void => {
    const jobs = waiting.get(job.urgency);
    // What is written is written in order.
    if (job.urgency === 'write') jobs?.unshift(job);
    else jobs?.push(job);
  };
  const drop = (isDropped: (job: Waiting) => boolean): readonly Waiting[] => {
    const dropped: Waiting[] = [];
    for (const [urgency, jobs] of waiting) {
      if (urgency === 'write') continue;
      dropped.push(...jobs.filter(isDropped));
      waiting.set(
        urgency,
        jobs.filter((job) => !isDropped(job)),
      );
    }
    for (const { steps } of dropped) steps?.return(undefined);
    return dropped;
  };
  return {
    add(job) {
      waiting.get(job.urgency)?.push({ ...job, steps: null });
      if (running) return;
      running = true;
      setImmediate(goOn);
    },
    cancel(id) {
      drop((job) => job.id === id);
    },
    close() {
      for (const { onError } of drop(() => true))
        onError(new AppError('cancelled', { case: 'window' }));
      return new Promise((resolve) => {
        if (running) onIdle = resolve;
        else resolve();
      });
    },
    abandon() {
      for (const jobs of waiting.values())
        for (const { steps } of jobs.splice(0)) steps?.return(undefined);
    },
  };
}
