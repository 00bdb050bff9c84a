import { systemClock } from '../base/clock.ts';
import type { Opened } from '../base/open-whole.ts';
import { thisWriter } from '../base/writer.ts';
import type { Changes } from '../change/changes.ts';
import type { Recorder } from '../core/recorder.ts';
import type { Roster } from '../core/roster/roster.ts';
import type { Monitor } from '../fleet/monitor.ts';
import { type Canaries, createCanaries } from '../plan/canary/canaries.ts';
import { pastOf } from '../plan/canary/past.ts';
import { createStages } from '../plan/canary/stages.ts';
import { createPlans, type Plans } from '../plan/plans.ts';
import { createStepParts } from '../plan/step-parts.ts';
import { createCanaryStore } from '../store/canaries.ts';
import { createHistoryReader } from '../store/history/history.ts';
import { createPlanWork } from '../store/plan-work.ts';
import { createPlanStore } from '../store/plans.ts';
import type { OpenStores } from './stores.ts';

export interface PlanningParts {
  readonly opened: Opened;
  readonly stores: Pick<OpenStores, 'database' | 'audit'>;
  readonly roster: Pick<Roster, 'get' | 'classes'>;
  readonly monitor: Monitor;
  readonly changes: Changes;
  readonly recorder: Pick<Recorder, 'events'>;
  readonly logFault: (what: string, error: unknown) => void;
}

/** Plans of the profiles, done by the one way of changes, and their canaries. Throws what the stores throw. */
export function createPlanning(parts: PlanningParts): { plans: Plans; canaries: Canaries } {
  const { stores, roster, monitor, changes, recorder, logFault } = parts;
  const { database, audit } = stores;
  const history = createHistoryReader(database.database);
  const work = createPlanWork(database.database);
  const { get: profileOf, classes } = roster;
  const withClient = monitor.use;
  const clock = systemClock;
  const steps = createStepParts({ profileOf, classes, withClient, changes, audit, clock });
  const plans = createPlans({
    ...steps,
    store: createPlanStore(database.database),
    work,
    nameOf: (id) => roster.get(id)?.name,
    clock,
    logFault,
  });
  parts.opened(plans.close);
  changes.listen((rows) => {
    for (const row of rows) plans.concluded(row);
  });
  const canaries = createCanaries({
    plans,
    store: createCanaryStore(database.database),
    stages: createStages({ ...steps, plans, isAskedToStop: work.isAskedToStop }),
    stateOf: monitor.stateOf,
    past: (id, from, to) => pastOf(history, id, from, to),
    samples: monitor.samples,
    lastBufferSize: audit.lastBufferSize,
    onEvents: recorder.events,
    onWatching: monitor.addWatcher(),
    author: changes.author,
    clock,
    writer: thisWriter,
    logFault,
  });
  parts.opened(canaries.close);
  return { plans, canaries };
}
