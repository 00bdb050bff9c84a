import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import {
  approvalOf,
  concurrencyRange,
  isApproved,
  isOver,
  type Plan,
  type PlanFacts,
  type Planned,
  type PlanStep,
  type PlanSummary,
} from '../../shared/model/plan.ts';
import type { Clock } from '../base/clock.ts';
import { sideBySide } from '../base/side-by-side.ts';
import { createTopic } from '../base/topic.ts';
import type { KeptPlan, PlanStore } from '../store/plans.ts';
import { type LivePlan, livePlan, resumed } from './live-plan.ts';
import { concludedBy, doStep, readStep, type StepParts } from './step.ts';
import { stepsBack } from './undo-plan.ts';

export interface PlansParts extends StepParts {
  readonly store: PlanStore;
  readonly nameOf: (profileId: string) => string | undefined;
  readonly entry: (auditId: number) => AuditEntry | undefined;
  /** The operating system's user name. */
  readonly actor: string;
  readonly clock: Clock;
  readonly logFault: (what: string, error: unknown) => void;
}

/** Steps of one plan that are different now. */
export interface StepsChange {
  readonly summary: PlanSummary;
  readonly steps: readonly PlanStep[];
}

export interface PlansChange {
  readonly changed: readonly PlanSummary[];
  readonly removed: readonly string[];
}

/**
 * Changes of many proxies, each a compare, set and read-back of its own, kept until somebody removes them. Methods throw `not-found` for a plan that is
 * not there, `unsupported` (`plan-busy`) while another deed on it is under way, `storage-full` and `storage-failed`.
 */
export interface Plans {
  list(): readonly PlanSummary[];
  get(id: string): Plan;
  /** Begins to read what is in force. Throws `not-found` for a profile that is not there. */
  create(name: string, planned: Planned, ids: readonly string[]): Plan;
  /** Begins to read again what is in force on each target that is not over. */
  read(id: string): void;
  /** Begins to do what waits. Throws `confirmation-needed`. */
  apply(
    id: string,
    options: { readonly approval?: string | undefined; readonly concurrency?: number | undefined },
  ): void;
  /** Resolves when what was under way has ended. */
  stop(id: string): Promise<void>;
  /** A plan that takes back what this one changed; of the same name without another. */
  undo(id: string, name?: string): Plan;
  remove(id: string): void;
  /** An entry of the audit log was concluded, by whoever's hand: the step that made it is as it says. */
  concluded(entry: AuditEntry): void;
  readonly changes: { listen(listener: (change: PlansChange) => void): () => void };
  /** Four times a second at most for each plan. */
  readonly steps: { listen(listener: (change: StepsChange) => void): () => void };
  /** Stops all that is under way. */
  close(): Promise<void>;
}

export function createPlans(parts: PlansParts): Plans {
  const { store, clock } = parts;
  const changes = createTopic<PlansChange>();
  const steps = createTopic<StepsChange>();
  const live = new Map<string, LivePlan>();
  const hear = (plan: LivePlan): LivePlan => {
    live.set(plan.facts.id, plan);
    return plan;
  };
  const told = {
    clock,
    store,
    logFault: parts.logFault,
    onSteps: (change: StepsChange) => {
      steps.publish(change);
      changes.publish({ changed: [change.summary], removed: [] });
    },
  };
  for (const kept of store.list()) {
    const entries = parts.entriesOf(kept.facts.id);
    hear(livePlan({ ...kept, steps: kept.steps.map((step) => resumed(step, entries)) }, told));
  }

  const planOf = (id: string): LivePlan => {
    const plan = live.get(id);
    if (plan !== undefined) return plan;
    throw new AppError('not-found', { case: 'plan', id });
  };
  const idle = (id: string): LivePlan => {
    const plan = planOf(id);
    if (plan.busy === 'no') return plan;
    throw new AppError('unsupported', { case: 'plan-busy', name: plan.facts.name });
  };
  const read = (plan: LivePlan, wanted: (step: PlanStep) => boolean): void =>
    plan.run('reading', (signal) =>
      sideBySide(
        plan.positions(wanted),
        { limit: concurrencyRange.usual, signal },
        async (position) => {
          const step = plan.step(position);
          const entry = step.auditId === null ? undefined : parts.entry(step.auditId);
          // What became of it may have been found out meanwhile.
          const known =
            step.state === 'unknown' && entry ? concludedBy({ ...step, error: null }, entry) : step;
          plan.set(position, isOver(known) ? known : await readStep(parts, known));
        },
      ),
    );
  const add = (kept: KeptPlan): LivePlan => {
    store.add(kept);
    const added = hear(livePlan(kept, told));
    read(added, () => true);
    changes.publish({ changed: [added.summary()], removed: [] });
    return added;
  };
  const newFacts = (
    name: string,
    setting: Planned['setting'],
    undoes: string | null,
  ): PlanFacts => ({
    id: randomUUID(),
    name,
    createdAt: clock.wall(),
    actor: parts.actor,
    setting,
    undoes,
  });

  return {
    list: () =>
      [...live.values()].map((plan) => plan.summary()).sort((a, b) => b.createdAt - a.createdAt),
    get: (id) => planOf(id).whole(),
    create(name, planned, ids) {
      const made = [...new Set(ids)].map((profileId): PlanStep => {
        const profileName = parts.nameOf(profileId);
        if (profileName === undefined)
          throw new AppError('not-found', { case: 'profile', id: profileId });
        const production = parts.isProduction(profileId) ?? false;
        return newStep({ profileId, profileName, production, planned, undoes: null });
      });
      return add({
        facts: newFacts(name, planned.setting, null),
        steps: made,
        leftOut: [],
      }).whole();
    },
    read: (id) => read(idle(id), (step) => !isOver(step)),
    apply(id, { approval, concurrency = concurrencyRange.usual }) {
      const plan = idle(id);
      const summary = plan.summary();
      const approved = isApproved(summary, approval ?? '');
      if (summary.production > 0 && !approved) {
        const detail = { approval: approvalOf(summary), production: summary.production };
        throw new AppError('confirmation-needed', { case: 'plan', ...detail });
      }
      plan.flush();
      plan.run('applying', (signal) =>
        sideBySide(
          plan.positions(({ state }) => state === 'waiting'),
          { limit: concurrency, signal },
          async (position) => {
            const step = plan.step(position);
            const running = { ...step, state: 'running', error: null } as const;
            if (!store.claim(id, position, running)) {
              // Another console has done it, or removed the plan.
              plan.set(position, store.step(id, position) ?? { ...step, state: 'gone' });
              return;
            }
            plan.set(position, running);
            plan.set(position, await doStep(parts, id, step, approved));
          },
        ),
      );
    },
    stop: (id) => planOf(id).stop(),
    undo(id, backName) {
      const plan = idle(id);
      const { name, setting } = plan.facts;
      const back = stepsBack(plan.whole().steps, parts.entry);
      if (back.steps.length === 0)
        throw new AppError('unsupported', { case: 'plan-not-undoable', name });
      return add({
        facts: newFacts(backName ?? name, setting, id),
        ...back,
      }).whole();
    },
    remove(id) {
      idle(id).end();
      store.remove(id);
      live.delete(id);
      changes.publish({ changed: [], removed: [id] });
    },
    concluded(entry) {
      const plan = entry.plan === null ? undefined : live.get(entry.plan);
      const [position] = plan?.positions(({ auditId }) => auditId === entry.id) ?? [];
      if (plan === undefined || position === undefined) return;
      const step = plan.step(position);
      if (step.state === 'unknown')
        plan.set(position, concludedBy({ ...step, error: null }, entry));
    },
    changes,
    steps,
    async close() {
      await Promise.all([...live.values()].map((plan) => plan.stop()));
      for (const plan of live.values()) plan.end();
    },
  };
}

/** One that was not looked at yet. */
function newStep(
  of: Pick<PlanStep, 'profileId' | 'profileName' | 'production' | 'planned' | 'undoes'>,
): PlanStep {
  return { ...of, seen: null, state: 'waiting', auditId: null, error: null };
}
