import { systemClock } from '../base/clock.ts';
import type { Opened } from '../base/open-whole.ts';
import type { Recorder } from '../core/recorder.ts';
import type { Roster } from '../core/roster/roster.ts';
import { changedBy } from '../drift/changed-by.ts';
import { createDrift, type Drift } from '../drift/drift.ts';
import { createElsewhere } from '../drift/elsewhere.ts';
import type { Monitor } from '../fleet/monitor.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import { createDriftStore } from '../store/drift.ts';
import { createChangesElsewhere } from '../store/logs/changed-elsewhere.ts';
import type { OpenStores } from './stores.ts';

export interface DriftPartParts {
  readonly opened: Opened;
  readonly stores: Pick<OpenStores, 'database' | 'audit'>;
  readonly roster: Pick<Roster, 'list' | 'resolved' | 'tags' | 'listen' | 'onTags'>;
  readonly monitor: Monitor;
  readonly recorder: Pick<Recorder, 'event'>;
}

/** What is intended held against what is read, whenever either changes; a change that nobody made from here becomes an event. */
export function createDriftPart({
  opened,
  stores,
  roster,
  monitor,
  recorder,
}: DriftPartParts): Drift {
  const { database, audit } = stores;
  const changesElsewhere = createChangesElsewhere(database.database);
  const drift = createDrift({
    resolved: roster.resolved,
    tags: roster.tags,
    settingsOf: monitor.settingsOf,
    store: createDriftStore(database.database),
    changedBy: (row, value) => changedBy({ audit, elsewhere: changesElsewhere }, row, value),
    clock: systemClock,
  });
  opened(drift.close);
  for (const heard of [monitor.transitions, monitor.transformations])
    heard.listen(({ id }) => drift.look(id));
  roster.listen(() => drift.look());
  roster.onTags(() => drift.look());
  const elsewhere = createElsewhere({
    profiles: roster.list,
    audit,
    elsewhere: changesElsewhere,
  });
  monitor.transformations.listen((read) => {
    unlessInTrouble(() => {
      const event = elsewhere(read);
      if (event !== null) recorder.event(event);
    });
  });
  return drift;
}
