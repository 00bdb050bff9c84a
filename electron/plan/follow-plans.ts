import type { AuditEntry } from '../../shared/model/change.ts';
import { isGone } from '../base/writer.ts';
import type { PlanWork } from '../store/plan-work.ts';
import type { PlanStore } from '../store/plans.ts';
import { resumed } from './concluded-step.ts';
import type { LivePlan } from './live-plan.ts';

export interface FollowPlansParts {
  readonly store: Pick<PlanStore, 'since' | 'ids' | 'writer' | 'deeds'>;
  readonly work: Pick<PlanWork, 'elsewhere' | 'isAskedToStop'>;
  readonly live: ReadonlyMap<string, LivePlan>;
  readonly entriesOf: (plan: string) => readonly AuditEntry[];
  readonly onAdded: (id: string) => void;
  readonly onRemoved: (id: string) => void;
}

/** What other processes do with the plans of the data directory. */
export interface FollowPlans {
  /** Something may be different in the database: takes it over. Throws as the stores do. */
  look(): void;
  /** To be called now and then: what a process had under way which is no more is what the audit log says of it. Throws as the stores do. */
  takeOver(): void;
}

export function followPlans(parts: FollowPlansParts): FollowPlans {
  const { store, work, live } = parts;
  let known = store.since(Number.MAX_SAFE_INTEGER).revision;
  let knownDeed = store.deeds.since(Number.MAX_SAFE_INTEGER).seq;
  /** Another process is at a plan, or has a step under way: its end writes nothing, so nothing tells of it. */
  let others = true;

  const lookForWork = (): void => {
    const elsewhere = work.elsewhere();
    others = elsewhere.size > 0;
    for (const [id, plan] of live) {
      plan.setElsewhere(elsewhere.get(id) ?? 'no');
      if (plan.busy !== 'no' && work.isAskedToStop(id)) plan.abort();
    }
  };
  /** Nobody has it under way. */
  const isLeft = (plan: LivePlan, writer: string | null): boolean =>
    writer === null || (writer === store.writer ? plan.busy !== 'applying' : isGone(writer));
  return {
    look() {
      const { revision, steps } = store.since(known);
      const ids = new Set(store.ids());
      for (const id of [...live.keys()]) if (!ids.has(id)) parts.onRemoved(id);
      for (const id of ids) if (!live.has(id)) parts.onAdded(id);
      for (const { plan, position, ...stored } of steps) live.get(plan)?.adopt(position, stored);
      known = revision;
      const { seq, deeds } = store.deeds.since(knownDeed);
      for (const { plan, ...stored } of deeds) live.get(plan)?.adoptDeed(stored);
      knownDeed = seq;
      lookForWork();
      others = true;
    },
    takeOver() {
      if (!others) return;
      lookForWork();
      for (const plan of live.values()) {
        const running = plan.positions(({ state }) => state === 'running');
        const left = running.filter((position) => isLeft(plan, plan.stored(position).writer));
        others ||= running.length > left.length && plan.busy !== 'applying';
        if (left.length === 0) continue;
        const entries = parts.entriesOf(plan.facts.id);
        for (const position of left) plan.set(position, resumed(plan.step(position), entries));
      }
    },
  };
}
