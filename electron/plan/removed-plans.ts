import type { KeptPlan, NewPlan } from '../store/plans.ts';

/** So many removed plans can be put back. */
const mostRemoved = 10;

/** The last plans that were removed here since the start. */
export interface RemovedPlans {
  /** Where there are too many then, the oldest goes. */
  keep(plan: KeptPlan): void;
  /** As it is to be added again. */
  get(id: string): NewPlan | undefined;
  /** It is there again. */
  delete(id: string): void;
}

export function createRemovedPlans(): RemovedPlans {
  /** Oldest first. */
  const removed = new Map<string, NewPlan>();
  return {
    keep(plan) {
      const steps = plan.steps.map(({ step }) => step);
      removed.set(plan.facts.id, { ...plan, steps, deeds: plan.deeds.map(({ deed }) => deed) });
      for (const oldest of [...removed.keys()].slice(0, -mostRemoved)) removed.delete(oldest);
    },
    get: (id) => removed.get(id),
    delete: (id) => void removed.delete(id),
  };
}
