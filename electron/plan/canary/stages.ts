import type { AuditEntry } from '../../../shared/model/change.ts';
import type { PlanStep } from '../../../shared/model/plan.ts';
import { concurrencyRange } from '../../../shared/model/plan-concurrency.ts';
import { sideBySide } from '../../base/side-by-side.ts';
import type { Plans } from '../plans.ts';
import type { StepParts } from '../step.ts';
import { applyPlan } from '../work-on-plan.ts';
import { type Approved, takeBack } from './take-back.ts';

export interface StagesParts extends StepParts {
  readonly plans: Pick<Plans, 'get' | 'stage'>;
  /** Whether this process was asked to stop, by another one. */
  readonly isAskedToStop: (plan: string) => boolean;
  readonly entry: (auditId: number) => AuditEntry | undefined;
}

/** What came of taking targets back: those that are as they were, which are to be tried again, and how many stay as they are. */
export interface TakenBackAll {
  readonly back: readonly PlanStep[];
  readonly pending: readonly string[];
  readonly cannot: number;
}

/** What a canary does with the targets of its plan. */
export interface Stages {
  /** Changes what waits of these targets, or of all. Resolves with how that ended: `trouble` where what is done could not be kept. */
  change(
    plan: string,
    only: ReadonlySet<string> | null,
    options: Approved & { readonly concurrency: number },
  ): Promise<'done' | 'stopped' | 'trouble'>;
  /** Takes these targets back; `back` are those that came to it now. */
  takeBack(plan: string, only: ReadonlySet<string>, how: Approved): Promise<TakenBackAll>;
  /** How many of these were changed, or may have been. */
  changed(plan: string, ids: readonly string[]): number;
  /** Targets that answered OK, and read back as something else. */
  appliedElse(plan: string): ReadonlySet<string>;
}

export function createStages(parts: StagesParts): Stages {
  const { plans } = parts;
  const entryOf = ({ auditId }: PlanStep): AuditEntry | undefined =>
    auditId === null ? undefined : parts.entry(auditId);
  return {
    async change(id, only, options) {
      let how: Awaited<ReturnType<Stages['change']>> = 'trouble';
      await plans.stage(id, (plan) =>
        applyPlan(parts, plan, {
          ...options,
          kind: 'waiting',
          isAskedToStop: () => parts.isAskedToStop(id),
          onEnd: (ended) => {
            how = ended;
          },
          ...(only === null ? {} : { only }),
        }),
      );
      return how;
    },
    async takeBack(id, only, how) {
      const back: PlanStep[] = [];
      const pending = new Set(only);
      let cannot = 0;
      await plans.stage(id, (plan) => {
        const positions = plan.positions(({ profileId }) => only.has(profileId));
        plan.run('applying', (signal) =>
          sideBySide(positions, { limit: concurrencyRange.usual, signal }, async (position) => {
            const before = plan.step(position);
            const { step, came } = await takeBack(parts, id, before, how);
            if (step !== before) plan.set(position, step);
            if (came === 'pending') return;
            pending.delete(before.profileId);
            if (came === 'cannot') cannot++;
            else if (step.state === 'reverted' && before.state !== 'reverted') back.push(step);
          }),
        );
      });
      return { back, pending: [...pending], cannot };
    },
    changed: (id, ids) =>
      plans
        .get(id)
        .steps.filter(
          (step) =>
            ids.includes(step.profileId) &&
            (step.state === 'done' ||
              step.state === 'unknown' ||
              entryOf(step)?.outcome === 'mismatch'),
        ).length,
    appliedElse: (id) =>
      new Set(
        plans
          .get(id)
          .steps.filter((step) => entryOf(step)?.outcome === 'mismatch')
          .map(({ profileId }) => profileId),
      ),
  };
}
