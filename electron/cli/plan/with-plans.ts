import { AppError } from '../../../shared/errors.ts';
import { teethOf } from '../../../shared/model/environment-class.ts';
import { isSameName } from '../../../shared/model/name.ts';
import type { PlanSummary } from '../../../shared/model/plan.ts';
import { systemClock } from '../../base/clock.ts';
import { createChanges } from '../../change/changes.ts';
import { followOtherWriters } from '../../core/other-writers.ts';
import { createPlans, type Plans } from '../../plan/plans.ts';
import { createStepParts } from '../../plan/step-parts.ts';
import { createPlanWork } from '../../store/plan-work.ts';
import { createPlanStore } from '../../store/plans.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { usageError } from '../arguments/usage.ts';
import type { CommandContext } from '../context.ts';
import { openJournal } from '../journal.ts';
import { withProfiles } from '../target/saved-profiles.ts';
import { faultWarning } from '../target/vault-password.ts';
import type { KnownProfiles } from '../target/with-managed.ts';
import { type CanaryHere, canaryHere } from './canary-here.ts';
import { ownDesk } from './own-desk.ts';
import type { PlanDesk } from './plan-desk.ts';
import { withSessions } from './plan-sessions.ts';

/** What a command about plans works with, wherever they are worked on. */
export interface PlanningHere {
  readonly desk: PlanDesk;
  readonly profiles: KnownProfiles;
}

/** The plans of the data directory, as this process works on them. */
export interface PlansHere extends PlanningHere {
  readonly plans: Plans;
  /** Runs a task with the canary of a plan, and watches it no more after. */
  readonly watchCanary: <T>(id: string, task: (here: CanaryHere) => Promise<T>) => Promise<T>;
}

/**
 * Runs a task with the plans of the data directory, beside whatever consoles run on it: what they do with a plan is seen here, and what is done here
 * there. All that is under way is ended in order before it resolves. Throws as the stores do.
 */
export function withPlans<T>(
  context: CommandContext,
  options: GlobalOptions,
  task: (here: PlansHere) => Promise<T>,
): Promise<T> {
  return withProfiles(context, options, (profiles) =>
    withOwnPlans(context, options, profiles, task),
  );
}

/** The same with profiles that are open. */
export function withOwnPlans<T>(
  context: CommandContext,
  options: GlobalOptions,
  profiles: KnownProfiles,
  task: (here: PlansHere) => Promise<T>,
): Promise<T> {
  return withSessions(context, options, profiles.get, async (withSession, passwordOf) => {
    const journal = await openJournal(context, options);
    const { audit, actor, origin, database } = journal;
    const clock = systemClock;
    const changes = createChanges({
      withClient: withSession,
      profileOf: profiles.get,
      teethOf: ({ environment }) => teethOf(profiles.allClasses(), environment),
      audit,
      onChanged: journal.onConcluded,
      onElsewhere: () => undefined,
      actor,
      origin,
      clock,
    });
    const work = createPlanWork(database);
    const logFault = faultWarning(context.output);
    const stepParts = createStepParts({
      profileOf: profiles.get,
      classes: profiles.allClasses,
      withClient: withSession,
      changes,
      audit,
      clock,
    });
    const plans = createPlans({
      ...stepParts,
      store: createPlanStore(database),
      work,
      nameOf: (id) => profiles.get(id)?.name,
      clock,
      logFault,
    });
    const watchCanary: PlansHere['watchCanary'] = async (id, watching) => {
      const { onEvents } = journal;
      const parts = { plans, stepParts, work, database, passwordOf, onEvents, logFault };
      const here = canaryHere(id, { ...parts, profileOf: profiles.get });
      try {
        return await watching(here);
      } finally {
        await here.close();
      }
    };
    const endListening = changes.listen((rows) => {
      for (const row of rows) plans.concluded(row);
    });
    const otherWriters = followOtherWriters({
      database,
      audit,
      events: { addedElsewhere: async () => [] },
      onEntries: changes.tellOf,
      onEvents: () => undefined,
      disown: changes.disown,
      plans,
      logFault,
      clock,
    });
    // Who runs a command looks at what it says.
    otherWriters.setVisible(true);
    try {
      const desk = ownDesk(plans, watchCanary, context.interrupted);
      return await task({ plans, profiles, watchCanary, desk });
    } finally {
      otherWriters.end();
      await plans.close();
      endListening();
      changes.locks.close();
      journal.close();
    }
  });
}

/** The plan of this name, or with an id that begins so. Throws `not-found`, and `invalid-input` where there are several. */
export function planNamed(all: readonly PlanSummary[], given: string): PlanSummary {
  const named = all.filter(({ name }) => isSameName(name, given));
  const found =
    named.length > 0 || given.length < 4 ? named : all.filter(({ id }) => id.startsWith(given));
  const [plan, ...more] = found;
  if (plan === undefined) throw new AppError('not-found', { case: 'plan-named', name: given });
  if (more.length === 0) return plan;
  const ids = found.map(({ id }) => id.slice(0, 8)).join(', ');
  throw usageError({ case: 'plan-several', name: given, ids }, 'plan');
}
