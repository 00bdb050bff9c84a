import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import type { AuditEntry } from '../../shared/model/change.ts';
import {
  type ApplyKind,
  approvalOf,
  type Decision,
  isAmong,
  isApproved,
  isOver,
  type Plan,
  type PlanSummary,
} from '../../shared/model/plan.ts';
import { concurrencyRange } from '../../shared/model/plan-concurrency.ts';
import { deedOf, type PlanDeedKind } from '../../shared/model/plan-deed.ts';
import { nameOfTakingBack } from '../../shared/model/plan-name.ts';
import type { KeptPlan, NewPlan } from '../store/plans.ts';
import { concludedBy } from './concluded-step.ts';
import { decided } from './decision.ts';
import type { LivePlan } from './live-plan.ts';
import { createLivePlans, type LivePlans, type LivePlansParts, noSuchPlan } from './live-plans.ts';
import { type NewPlanOf, type NewStepsParts, newSteps } from './new-plan.ts';
import { createRemovedPlans } from './removed-plans.ts';
import type { StepParts } from './step.ts';
import { stepsBack } from './undo-plan.ts';
import { type ApplyOptions, applyPlan, readPlan } from './work-on-plan.ts';

export interface PlansParts extends StepParts, LivePlansParts, NewStepsParts {}

/** What is to be done of a plan, and how. */
export interface Apply {
  readonly approval?: string | undefined;
  readonly concurrency?: number | undefined;
  readonly kind?: ApplyKind | undefined;
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
  readonly changes: LivePlans['changes'];
  /** Four times a second at most for each plan. */
  readonly steps: LivePlans['steps'];
  /** Stops all that is under way here. */
  close(): Promise<void>;
}

export function createPlans(parts: PlansParts): Plans {
  const { work, clock } = parts;
  const live = createLivePlans(parts);
  const removed = createRemovedPlans();
  const deedNow = (kind: PlanDeedKind, how?: Parameters<Plans['note']>[2]) =>
    deedOf(parts, clock.wall(), kind, how);
  const add = (
    facts: Pick<KeptPlan['facts'], 'name' | 'setting' | 'undoes' | 'scope'>,
    of: Omit<NewPlan, 'facts'>,
  ): Plan => {
    const { actor } = parts.author();
    const made = { id: randomUUID(), createdAt: clock.wall(), actor };
    const added = live.add({ facts: { ...made, ...facts }, ...of });
    readPlan(parts, added, () => true);
    live.tellOf(added);
    return added.whole();
  };

  return {
    list: () =>
      [...live.all()].map((plan) => plan.summary()).sort((a, b) => b.createdAt - a.createdAt),
    get: (id) => live.require(id).whole(),
    create({ name, planned, ids, scope }) {
      const steps = newSteps({ planned, ids }, parts);
      return add({ name, setting: planned.setting, undoes: null, scope }, { steps, leftOut: [] });
    },
    read: (id) => readPlan(parts, live.idle(id), (step) => !isOver(step)),
    apply(id, { approval, concurrency = concurrencyRange.usual, kind = 'waiting' }) {
      const plan = live.idle(id);
      const approved = approvedBy(plan, approval);
      // Where there is nothing to do nothing was done, and nothing is kept of it.
      if (plan.positions((step) => isAmong(kind, step)).length === 0) return;
      const isAskedToStop = () => work.isAskedToStop(id);
      const by = parts.author();
      const guarded = approved && plan.summary().guarded > 0;
      plan.note(deedNow('applied', { approved: guarded }), 'surely');
      const onEnd: ApplyOptions['onEnd'] = (how) => {
        if (how === 'done') plan.note(deedNow('over'), 'if-possible');
      };
      applyPlan(parts, plan, { kind, concurrency, approved, isAskedToStop, by, onEnd });
    },
    approved: (id, approval) => approvedBy(live.idle(id), approval),
    hold: (id, held, asks = false) => live.require(id).hold(held, asks),
    stage(id, begin) {
      const plan = live.require(id);
      begin(plan);
      return plan.settled();
    },
    decide(id, decision, profileIds) {
      const plan = live.require(id);
      const wanted = profileIds && new Set(profileIds);
      for (const position of plan.positions((step) => wanted?.has(step.profileId) ?? true)) {
        const step = plan.step(position);
        const next = decided(step, decision, wanted !== null, clock.wall());
        if (next !== null) plan.set(position, next);
      }
      plan.flush();
    },
    note: (id, kind, how) => live.require(id).note(deedNow(kind, how), 'if-possible'),
    async stop(id, where) {
      const plan = live.require(id);
      const { busy, elsewhere } = plan.summary();
      if (busy === 'applying' || (where === 'everywhere' && elsewhere === 'applying'))
        plan.note(deedNow('stopped'), 'if-possible');
      plan.abort();
      if (where === 'everywhere') work.askToStop(id);
      await plan.settled();
    },
    settled: (id) => live.require(id).settled(),
    undo(id, backName) {
      const plan = live.idle(id);
      const { name, setting, scope } = plan.facts;
      const back = stepsBack(plan.whole().steps, parts.entry);
      if (back.steps.length === 0)
        throw new AppError('unsupported', { case: 'plan-not-undoable', name });
      return add({ name: backName ?? nameOfTakingBack(name), setting, scope, undoes: id }, back);
    },
    remove(id) {
      const kept = live.remove(id);
      if (kept !== null) removed.keep(kept);
    },
    restore(id) {
      const kept = removed.get(id);
      if (kept === undefined) throw noSuchPlan(id);
      const back = live.add(kept);
      removed.delete(id);
      live.tellOf(back);
    },
    concluded(entry) {
      const plan = entry.plan === null ? undefined : live.get(entry.plan);
      const [position] = plan?.positions(({ auditId }) => auditId === entry.id) ?? [];
      if (plan === undefined || position === undefined) return;
      const step = plan.step(position);
      if (step.state === 'unknown') plan.set(position, concludedBy(step, entry));
    },
    look: live.look,
    takeOver: live.takeOver,
    changes: live.changes,
    steps: live.steps,
    async close() {
      const all = [...live.all()];
      for (const plan of all) {
        if (plan.busy === 'applying') plan.note(deedNow('closed'), 'if-possible');
        plan.abort();
      }
      await Promise.all(all.map((plan) => plan.settled()));
      for (const plan of live.all()) {
        plan.flush();
        plan.end();
      }
    },
  };
}

/** Throws `confirmation-needed` where guarded proxies are among its targets and its approval was not typed. */
function approvedBy(plan: LivePlan, approval: string | undefined): boolean {
  const summary = plan.summary();
  const approved = isApproved(summary, approval ?? '');
  if (summary.guarded === 0 || approved) return approved;
  const detail = { approval: approvalOf(summary), guarded: summary.guarded };
  throw new AppError('confirmation-needed', { case: 'plan', ...detail });
}
