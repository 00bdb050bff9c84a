import type { ErrorValue } from '../../shared/errors.ts';
import type { ProfileEntry } from '../../shared/ipc/contract.ts';
import {
  type AppInfo,
  type Notice,
  type Preferences,
  preferencesSchema,
} from '../../shared/model/app-info.ts';
import { openBridge } from './bridge.ts';
import { type Client, createClient, errorOf } from './client.ts';
import { createFeed, type Feed } from './feed.ts';
import { createFleetStore, type FleetStore } from './fleet-store.ts';
import { createLoaded, type LoadedStore, reloadOnReturn } from './loaded.ts';
import { followLocks, type LockTimes } from './locks.ts';
import { onVisibility, pageIsVisible } from './page.ts';
import { createStore, type Readable, type Store } from './store.ts';

type PreferencesChange = Partial<Preferences>;

/** All that views know of the console. */
export interface ConsoleApi {
  readonly client: Client;
  readonly fleet: FleetStore;
  /** Whether what the stores hold is of now. */
  readonly feed: Readable<Feed>;
  readonly profiles: LoadedStore<readonly ProfileEntry[]>;
  readonly notices: LoadedStore<readonly Notice[]>;
  readonly info: LoadedStore<AppInfo>;
  readonly locks: Readable<LockTimes>;
  readonly preferences: Readable<Preferences>;
  /** Takes effect at once and is saved; a save that fails is told to `failure`. */
  setPreferences(change: PreferencesChange): void;
  /** The last failure of something that no view asked for: a topic refused, a preference not saved. */
  readonly failure: Store<ErrorValue | null>;
}

/** The stores of one window, fed for as long as it lives. */
export function createConsoleApi(client: Client = createClient(openBridge())): ConsoleApi {
  const fleet = createFleetStore();
  const failure = createStore<ErrorValue | null>(null);
  const profiles = createLoaded<readonly ProfileEntry[]>(() => client.call('profiles.list', {}));
  const notices = createLoaded<readonly Notice[]>(() => client.call('app.notices', {}));
  const info = createLoaded<AppInfo>(() => client.call('app.info', {}));
  const preferences = createStore<Preferences>(preferencesSchema.parse({}));
  const tellFailure = (error: ErrorValue): void => failure.set(error);

  const feed = createFeed({
    onHeartbeat: (listener) =>
      client.subscribe('app.heartbeat', {}, ({ at }) => listener(at), tellFailure),
    now: () => performance.now(),
    every: (ms, task) => setInterval(task, ms),
  });
  client.subscribe('fleet.frames', {}, (frame) => fleet.apply(frame), tellFailure);
  client.subscribe('profiles.changed', {}, profiles.put, profiles.fail);
  client.subscribe('app.notices', {}, notices.put, notices.fail);
  const loadPreferences = createLoaded<Preferences>(() => client.call('preferences.get', {}));
  loadPreferences.subscribe(() => {
    const { value, error } = loadPreferences.get();
    if (error !== null) tellFailure(error);
    else if (value !== null) preferences.set(value);
  });
  let saving = 0;
  client.subscribe(
    'preferences.changed',
    {},
    (value) => {
      // What this window has just chosen is newer than what it is told meanwhile.
      if (saving === 0) preferences.set(value);
    },
    tellFailure,
  );
  for (const store of [profiles, notices, info, loadPreferences]) {
    void store.reload();
    reloadOnReturn(client, store.reload);
  }
  const tellVisible = (): void => {
    if (client.state.get() !== 'open') return;
    client.call('fleet.visible', { visible: pageIsVisible() }).catch((thrown: unknown) => {
      // Only the cadence of polls hangs on it, and the next change tells it again.
      console.warn('fleet.visible', thrown);
    });
  };
  onVisibility(tellVisible);
  // A window that the console meets anew counts as visible there until it says otherwise.
  client.state.subscribe(() => {
    if (!pageIsVisible()) tellVisible();
  });
  return {
    client,
    fleet,
    feed,
    profiles,
    notices,
    info,
    locks: followLocks(client, failure),
    preferences,
    failure,
    setPreferences(change) {
      preferences.set({ ...preferences.get(), ...change });
      saving++;
      client
        .call('preferences.set', change)
        .then(
          (value) => {
            if (saving === 1) preferences.set(value);
          },
          (thrown: unknown) => tellFailure(errorOf(thrown)),
        )
        .finally(() => saving--);
    },
  };
}
