import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import {
  type ApplyKind,
  approvalOf,
  type Decision,
  isApproved,
  isOver,
  type Plan,
  type Planned,
  type PlanScope,
  type PlanStep,
  type PlanSummary,
} from '../../shared/model/plan.ts';
import { concurrencyRange } from '../../shared/model/plan-concurrency.ts';
import { deedOf, type PlanDeedKind } from '../../shared/model/plan-deed.ts';
import { nameOfTakingBack } from '../../shared/model/plan-name.ts';
import type { Clock } from '../base/clock.ts';
import { createTopic } from '../base/topic.ts';
import type { PlanWork } from '../store/plan-work.ts';
import type { KeptPlan, NewPlan, PlanStore } from '../store/plans.ts';
import { concludedBy, resumed } from './concluded-step.ts';
import { decided } from './decision.ts';
import { followPlans } from './follow-plans.ts';
import { type LivePlan, livePlan } from './live-plan.ts';
import type { StepParts } from './step.ts';
import { stepsBack } from './undo-plan.ts';
import { type ApplyOptions, applyPlan, readPlan } from './work-on-plan.ts';

export interface PlansParts extends StepParts {
  readonly store: PlanStore;
  readonly work: PlanWork;
  readonly nameOf: (profileId: string) => string | undefined;
  readonly clock: Clock;
  readonly logFault: (what: string, error: unknown) => void;
}

/** So many removed plans can be put back. */
const mostRemoved = 10;

/** Steps of one plan that are different now. */
export interface StepsChange {
  readonly summary: PlanSummary;
  readonly steps: readonly PlanStep[];
}

export interface PlansChange {
  readonly changed: readonly PlanSummary[];
  readonly removed: readonly string[];
}

/** What is to be done of a plan, and how. */
export interface Apply {
  readonly approval?: string | undefined;
  readonly concurrency?: number | undefined;
  readonly kind?: ApplyKind | undefined;
}

export interface NewPlanOf {
  readonly name: string;
  readonly planned: Planned;
  readonly ids: readonly string[];
  readonly scope: PlanScope;
}

/**
 * Changes of many proxies, each a compare, set and read-back of its own, kept until somebody removes them, and shared with other processes on the
 * data directory. Methods throw `not-found` for a plan that is not there, `unsupported` (`plan-busy`) while another deed on it is under way here,
 * `storage-full` and `storage-failed`.
 */
export interface Plans {
  list(): readonly PlanSummary[];
  get(id: string): Plan;
  /** Begins to read what is in force. Throws `not-found` for a profile that is not there. */
  create(plan: NewPlanOf): Plan;
  /** Begins to read again what is in force on each target that is not over. */
  read(id: string): void;
  /** Begins to do what waits, or what is asked for. Throws `confirmation-needed`. */
  apply(id: string, options: Apply): void;
  /** Says what becomes of conflicts: of these profiles, or of all. */
  decide(id: string, decision: Decision, profileIds: readonly string[] | null): void;
  /**
   * Whether guarded proxies of it may be changed by this approval. Throws `confirmation-needed` where there are some and it was not typed, and
   * `unsupported` (`plan-busy`).
   */
  approved(id: string, approval: string | undefined): boolean;
  /** A canary is under way from now on, so that nothing else can be done with the plan, or no more. `asks`: it waits for a decision. */
  hold(id: string, held: boolean, asks?: boolean): void;
  /** A part of a canary. Resolves when what it begins with the plan has ended. */
  stage(id: string, begin: (plan: LivePlan) => void): Promise<void>;
  /** Lets no further step begin, here or in any process. Resolves when what was under way here has ended. */
  stop(id: string, where: 'here' | 'everywhere'): Promise<void>;
  /** Keeps, where it can be, what else was done with a plan. */
  note(id: string, kind: PlanDeedKind, how?: { readonly approved?: boolean }): void;
  /** Resolves when nothing of it is under way here any more. */
  settled(id: string): Promise<void>;
  /** A plan that takes back what this one changed; without a name, one is made of the name of this one. */
  undo(id: string, name?: string): Plan;
  remove(id: string): void;
  /** Puts back one of the last that were removed here since the start, as it was. Throws `not-found` where it is none of them. */
  restore(id: string): void;
  /** An entry of the audit log was concluded, by whoever's hand: the step that made it is as it says. */
  concluded(entry: AuditEntry): void;
  /** Another process wrote into the database. */
  look(): void;
  /** To be called now and then: takes over what processes left that are no more. */
  takeOver(): void;
  readonly changes: { listen(listener: (change: PlansChange) => void): () => void };
  /** Four times a second at most for each plan. */
  readonly steps: { listen(listener: (change: StepsChange) => void): () => void };
  /** Stops all that is under way here. */
  close(): Promise<void>;
}

export function createPlans(parts: PlansParts): Plans {
  const { store, work, clock } = parts;
  const changes = createTopic<PlansChange>();
  const steps = createTopic<StepsChange>();
  const live = new Map<string, LivePlan>();
  const told = {
    clock,
    store,
    work,
    logFault: parts.logFault,
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
  /** The last that were removed here, oldest first. */
  const removed = new Map<string, NewPlan>();
  /** Those that this release cannot read. */
  const unread = new Set<string>();
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
  const following = followPlans({
    store,
    work,
    live,
    entriesOf: parts.entriesOf,
    onAdded: (id) => {
      const plan = load(id);
      if (plan !== null) changes.publish({ changed: [plan.summary()], removed: [] });
    },
    onRemoved: forget,
  });
  for (const id of store.ids()) {
    const plan = load(id);
    const open = plan?.positions((step) => step.state !== 'running' && !isOver(step)) ?? [];
    if (plan === null || open.length === 0) continue;
    const entries = parts.entriesOf(id);
    for (const position of open) {
      const step = plan.step(position);
      const now = resumed(step, entries);
      if (now !== step) plan.set(position, now);
    }
  }
  following.takeOver();

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
  const approvedBy = (plan: LivePlan, approval: string | undefined): boolean => {
    const summary = plan.summary();
    const approved = isApproved(summary, approval ?? '');
    if (summary.guarded === 0 || approved) return approved;
    const detail = { approval: approvalOf(summary), guarded: summary.guarded };
    throw new AppError('confirmation-needed', { case: 'plan', ...detail });
  };
  const deedNow = (kind: PlanDeedKind, how?: Parameters<Plans['note']>[2]) =>
    deedOf(parts, clock.wall(), kind, how);
  const add = (
    facts: Pick<KeptPlan['facts'], 'name' | 'setting' | 'undoes' | 'scope'>,
    of: Omit<NewPlan, 'facts'>,
  ): LivePlan => {
    const { actor } = parts.author();
    const kept = store.add({
      facts: { id: randomUUID(), createdAt: clock.wall(), actor, ...facts },
      ...of,
    });
    const added = hear(kept);
    readPlan(parts, added, () => true);
    changes.publish({ changed: [added.summary()], removed: [] });
    return added;
  };

  return {
    list: () =>
      [...live.values()].map((plan) => plan.summary()).sort((a, b) => b.createdAt - a.createdAt),
    get: (id) => planOf(id).whole(),
    create({ name, planned, ids, scope }) {
      const made = [...new Set(ids)].map((profileId): PlanStep => {
        const profileName = parts.nameOf(profileId);
        if (profileName === undefined)
          throw new AppError('not-found', { case: 'profile', id: profileId });
        const guarded = parts.isGuarded(profileId) ?? false;
        return newStep({ profileId, profileName, guarded, planned, undoes: null });
      });
      const facts = { name, setting: planned.setting, undoes: null, scope };
      return add(facts, { steps: made, leftOut: [] }).whole();
    },
    read: (id) => readPlan(parts, idle(id), (step) => !isOver(step)),
    apply(id, { approval, concurrency = concurrencyRange.usual, kind = 'waiting' }) {
      const plan = idle(id);
      const approved = approvedBy(plan, approval);
      const isAskedToStop = () => work.isAskedToStop(id);
      const by = parts.author();
      const guarded = approved && plan.summary().guarded > 0;
      plan.note(deedNow('applied', { approved: guarded }), 'surely');
      const onEnd: ApplyOptions['onEnd'] = (how) => {
        if (how === 'done') plan.note(deedNow('over'), 'if-possible');
      };
      applyPlan(parts, plan, { kind, concurrency, approved, isAskedToStop, by, onEnd });
    },
    approved: (id, approval) => approvedBy(idle(id), approval),
    hold: (id, held, asks = false) => planOf(id).hold(held, asks),
    stage(id, begin) {
      const plan = planOf(id);
      begin(plan);
      return plan.settled();
    },
    decide(id, decision, profileIds) {
      const plan = planOf(id);
      const wanted = profileIds && new Set(profileIds);
      for (const position of plan.positions((step) => wanted?.has(step.profileId) ?? true)) {
        const step = plan.step(position);
        const next = decided(step, decision, wanted !== null, clock.wall());
        if (next !== null) plan.set(position, next);
      }
      plan.flush();
    },
    note: (id, kind, how) => planOf(id).note(deedNow(kind, how), 'if-possible'),
    async stop(id, where) {
      const plan = planOf(id);
      const { busy, elsewhere } = plan.summary();
      if (busy === 'applying' || (where === 'everywhere' && elsewhere === 'applying'))
        plan.note(deedNow('stopped'), 'if-possible');
      plan.abort();
      if (where === 'everywhere') work.askToStop(id);
      await plan.settled();
    },
    settled: (id) => planOf(id).settled(),
    undo(id, backName) {
      const plan = idle(id);
      const { name, setting, scope } = plan.facts;
      const back = stepsBack(plan.whole().steps, parts.entry);
      if (back.steps.length === 0)
        throw new AppError('unsupported', { case: 'plan-not-undoable', name });
      return add(
        { name: backName ?? nameOfTakingBack(name), setting, scope, undoes: id },
        back,
      ).whole();
    },
    remove(id) {
      idle(id).flush();
      const kept = store.get(id);
      store.remove(id);
      forget(id);
      if (kept === null) return;
      const steps = kept.steps.map(({ step }) => step);
      removed.set(id, { ...kept, steps, deeds: kept.deeds.map(({ deed }) => deed) });
      for (const oldest of [...removed.keys()].slice(0, -mostRemoved)) removed.delete(oldest);
    },
    restore(id) {
      const kept = removed.get(id);
      if (kept === undefined) throw new AppError('not-found', { case: 'plan', id });
      const back = hear(store.add(kept));
      removed.delete(id);
      changes.publish({ changed: [back.summary()], removed: [] });
    },
    concluded(entry) {
      const plan = entry.plan === null ? undefined : live.get(entry.plan);
      const [position] = plan?.positions(({ auditId }) => auditId === entry.id) ?? [];
      if (plan === undefined || position === undefined) return;
      const step = plan.step(position);
      if (step.state === 'unknown') plan.set(position, concludedBy(step, entry));
    },
    look: following.look,
    takeOver: following.takeOver,
    changes,
    steps,
    async close() {
      for (const plan of live.values()) {
        if (plan.busy === 'applying') plan.note(deedNow('closed'), 'if-possible');
        plan.abort();
      }
      await Promise.all([...live.values()].map((plan) => plan.settled()));
      for (const plan of live.values()) {
        plan.flush();
        plan.end();
      }
    },
  };
}

/** One that was not looked at yet. */
function newStep(
  of: Pick<PlanStep, 'profileId' | 'profileName' | 'guarded' | 'planned' | 'undoes'>,
): PlanStep {
  return { ...of, seen: null, state: 'waiting', auditId: null, error: null };
}
