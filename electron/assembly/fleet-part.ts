import { keptMsOf } from '../../shared/model/history-kept.ts';
import { systemClock } from '../base/clock.ts';
import type { Opened } from '../base/open-whole.ts';
import { createLastKnownKeeper, type LastKnownKeeper } from '../core/last-known.ts';
import type { Notices } from '../core/notices.ts';
import { createRecorder, type Recorder } from '../core/recorder.ts';
import type { Roster } from '../core/roster/roster.ts';
import { createMonitor, type Monitor, type MonitorParts } from '../fleet/monitor.ts';
import { createClientOpener } from '../fleet/open-client.ts';
import { writing } from '../store/database/database-access.ts';
import type { PreferencesStore } from '../store/documents/preferences.ts';
import { createLastKnownStore } from '../store/last-known.ts';
import { createReturnWatch } from '../transport/return/return-watch.ts';
import type { AssociationRecord } from '../transport/udp/left-behind/record.ts';
import type { OpenStores } from './stores.ts';

export interface FleetPartParts {
  readonly opened: Opened;
  readonly stores: Pick<OpenStores, 'database' | 'history' | 'events' | 'audit'>;
  readonly roster: Pick<Roster, 'ids' | 'passwordFor'>;
  readonly preferences: Pick<PreferencesStore, 'get' | 'onChange'>;
  readonly notices: Notices;
  /** Follows each association that is set up. */
  readonly follow: AssociationRecord['follow'];
  /** As the monitor tells it. */
  readonly onComplete: NonNullable<MonitorParts['onComplete']>;
  readonly logFault: (what: string, error: unknown) => void;
}

/** The proxies as they are watched, and what of that is kept. */
export interface FleetPart {
  readonly monitor: Monitor;
  readonly recorder: Recorder;
  readonly lastKnown: LastKnownKeeper;
}

/** No window can be seen at first. */
export function createFleetPart(parts: FleetPartParts): FleetPart {
  const { opened, stores, roster, preferences, notices, follow, onComplete, logFault } = parts;
  const { database, history, audit } = stores;
  const profileIds = roster.ids;
  const recorder = createRecorder({
    history,
    kept: () => keptMsOf(preferences.get()),
    requirePlace: () => writing(database.database, () => undefined),
    eventLog: stores.events,
    notices,
    profileIds,
    missedPolls: () => monitor.missedPolls(),
    logFault,
    clock: systemClock,
  });
  opened(recorder.close);
  const lastKnown = createLastKnownKeeper({
    store: createLastKnownStore(database.database),
    audit,
    profileIds,
    fleet: (from, to) => monitor.lastKnown(from, to),
    clock: systemClock,
  });
  opened(lastKnown.close);
  const monitor = createMonitor({
    open: createClientOpener(follow),
    returns: createReturnWatch(),
    passwordOf: (profile) => roster.passwordFor(profile.id, profile),
    bufferSizeOf: lastKnown.bufferSizeOf,
    lastKnownOf: lastKnown.of,
    onComplete,
  });
  opened(monitor.close);
  monitor.samples.listen(recorder.samples);
  monitor.events.listen(recorder.event);
  const followPreferences = (): void => {
    const { paused, settingsReadSeconds: seconds } = preferences.get();
    monitor.setPaused(new Set(paused));
    monitor.setReadEvery(seconds === 0 ? null : seconds * 1000);
  };
  preferences.onChange(followPreferences);
  followPreferences();
  monitor.setVisible(false);
  recorder.setVisible(false);
  return { monitor, recorder, lastKnown };
}
