import { AppError } from '../../shared/errors.ts';
import { isOver, type PlanStep, type PlanSummary } from '../../shared/model/plan.ts';
import type { Clock } from '../base/clock.ts';
import { createTopic, type Topic } from '../base/topic.ts';
import type { PlanWork } from '../store/plan-work.ts';
import type { KeptPlan, NewPlan, PlanStore } from '../store/plans.ts';
import { resumed } from './concluded-step.ts';
import { type FollowPlans, type FollowPlansParts, followPlans } from './follow-plans.ts';
import { type LivePlan, livePlan } from './live-plan.ts';

/** Steps of one plan that are different now. */
export interface StepsChange {
  readonly summary: PlanSummary;
  readonly steps: readonly PlanStep[];
}

export interface PlansChange {
  readonly changed: readonly PlanSummary[];
  readonly removed: readonly string[];
}

export interface LivePlansParts extends Pick<FollowPlansParts, 'entriesOf'> {
  readonly store: PlanStore;
  readonly work: PlanWork;
  readonly clock: Clock;
  readonly logFault: (what: string, error: unknown) => void;
}

/** The plans of a data directory, whichever process made them. */
export interface LivePlans extends FollowPlans {
  all(): Iterable<LivePlan>;
  get(id: string): LivePlan | undefined;
  /** Throws `not-found`. */
  require(id: string): LivePlan;
  /** The same; throws `unsupported` (`plan-busy`) while something of it is under way here. */
  idle(id: string): LivePlan;
  /** Keeps it. Throws what the store throws. */
  add(plan: NewPlan): LivePlan;
  /** Answers it as it was kept, null where it could not be read. Throws what the store throws. */
  remove(id: string): KeptPlan | null;
  /** One is there that was not before. */
  tellOf(plan: LivePlan): void;
  readonly changes: Pick<Topic<PlansChange>, 'listen'>;
  readonly steps: Pick<Topic<StepsChange>, 'listen'>;
}

/** A step that was under way when its process ended is as the audit log says of it. Throws what the stores throw. */
export function createLivePlans(parts: LivePlansParts): LivePlans {
  const { store, work, clock, logFault, entriesOf } = parts;
  const changes = createTopic<PlansChange>();
  const steps = createTopic<StepsChange>();
  const live = new Map<string, LivePlan>();
  /** Those that this release cannot read. */
  const unread = new Set<string>();
  const told = {
    clock,
    store,
    work,
    logFault,
    onSteps: (change: StepsChange) => {
      steps.publish(change);
      changes.publish({ changed: [change.summary], removed: [] });
    },
  };
  const hear = (kept: KeptPlan): LivePlan => {
    const plan = livePlan(kept, told);
    live.set(plan.facts.id, plan);
    return plan;
  };
  const load = (id: string): LivePlan | null => {
    const kept = unread.has(id) ? null : store.get(id);
    if (kept === null) unread.add(id);
    return kept && hear(kept);
  };
  const forget = (id: string): void => {
    live.get(id)?.abort();
    live.get(id)?.end();
    live.delete(id);
    changes.publish({ changed: [], removed: [id] });
  };
  const tellOf = (plan: LivePlan): void =>
    changes.publish({ changed: [plan.summary()], removed: [] });
  const following = followPlans({
    store,
    work,
    live,
    entriesOf,
    onAdded: (id) => {
      const plan = load(id);
      if (plan !== null) tellOf(plan);
    },
    onRemoved: forget,
  });
  for (const id of store.ids()) {
    const plan = load(id);
    const open = plan?.positions((step) => step.state !== 'running' && !isOver(step)) ?? [];
    if (plan === null || open.length === 0) continue;
    const entries = entriesOf(id);
    for (const position of open) {
      const step = plan.step(position);
      const now = resumed(step, entries);
      if (now !== step) plan.set(position, now);
    }
  }
  following.takeOver();

  const require = (id: string): LivePlan => {
    const plan = live.get(id);
    if (plan !== undefined) return plan;
    throw noSuchPlan(id);
  };
  const idle = (id: string): LivePlan => {
    const plan = require(id);
    if (plan.busy === 'no') return plan;
    throw new AppError('unsupported', { case: 'plan-busy', name: plan.facts.name });
  };
  return {
    ...following,
    all: () => live.values(),
    get: (id) => live.get(id),
    require,
    idle,
    add: (plan) => hear(store.add(plan)),
    remove(id) {
      idle(id).flush();
      const kept = store.get(id);
      store.remove(id);
      forget(id);
      return kept;
    },
    tellOf,
    changes,
    steps,
  };
}

export function noSuchPlan(id: string): AppError<'not-found'> {
  return new AppError('not-found', { case: 'plan', id });
}
