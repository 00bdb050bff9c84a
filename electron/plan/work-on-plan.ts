import { AppError } from '../../shared/errors.ts';
import type { Author } from '../../shared/model/change.ts';
import { type ApplyKind, isAmong, isOver, type PlanStep } from '../../shared/model/plan.ts';
import { concurrencyRange } from '../../shared/model/plan-concurrency.ts';
import { sideBySide } from '../base/side-by-side.ts';
import type { LivePlan } from './live-plan.ts';
import { doStep, lookedAt, type StepParts } from './step.ts';

export interface ApplyOptions {
  readonly kind: ApplyKind;
  readonly concurrency: number;
  /** Guarded proxies may be changed. */
  readonly approved: boolean;
  /** Whether this process was asked to stop, by another one. */
  readonly isAskedToStop: () => boolean;
  /** On whose word. */
  readonly by: Author;
  /** Of these targets alone. */
  readonly only?: ReadonlySet<string>;
  /** Whether all was done that was to be begun, somebody stopped it, or the database was in trouble. */
  readonly onEnd?: (how: 'done' | 'stopped' | 'trouble') => void;
}

/** Begins to read what is in force on these. */
export function readPlan(
  parts: StepParts,
  plan: LivePlan,
  wanted: (step: PlanStep) => boolean,
): void {
  plan.run('reading', (signal) =>
    sideBySide(
      plan.positions(wanted),
      { limit: concurrencyRange.usual, signal },
      async (position) => {
        const before = plan.stored(position);
        if (isOver(before.step) || before.step.state === 'running') return;
        const looked = await lookedAt(parts, before.step);
        // Another process may have done it meanwhile.
        if (plan.stored(position).revision === before.revision) plan.set(position, looked);
      },
    ),
  );
}

/** Begins to do what is to be done, each step once, whatever other processes do with the plan. */
export function applyPlan(parts: StepParts, plan: LivePlan, options: ApplyOptions): void {
  const { kind, concurrency, approved, isAskedToStop, by, only, onEnd } = options;
  plan.flush();
  plan.run('applying', async (signal) => {
    const all = sideBySide(
      plan.positions((step) => isAmong(kind, step) && (only?.has(step.profileId) ?? true)),
      { limit: concurrency, signal },
      async (position) => {
        if (isAskedToStop()) return plan.abort();
        const { step } = plan.stored(position);
        if (!isAmong(kind, step)) return;
        if (step.state === 'unknown' || step.seen === null) {
          const looked = await lookedAt(parts, step);
          plan.set(position, looked);
          // A value that nobody has looked at yet is not changed.
          if (looked.state !== 'waiting' || step.seen === null) return;
        }
        const claimed = await plan.claim(position);
        if (claimed === null) plan.set(position, { ...step, state: 'gone' });
        if (!claimed) return;
        const done = await doStep(parts, plan.facts.id, plan.step(position), approved, by);
        plan.set(position, done);
      },
    );
    try {
      await all;
      onEnd?.(signal.aborted ? 'stopped' : 'done');
    } catch (error) {
      onEnd?.(error instanceof AppError ? 'trouble' : 'stopped');
      throw error;
    }
  });
}
