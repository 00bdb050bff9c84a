import type { QueryClient } from '@tanstack/react-query';
import type { ErrorValue } from '../../shared/errors.ts';
import type { Preferences } from '../../shared/model/app-info.ts';
import { namesFirstAsked } from './ask-ahead.ts';
import type { Client } from './client.ts';
import { confirmingClient, type DeedQuestion } from './deeds.ts';
import {
  comparedSpanMs,
  createFleetDifferences,
  differencesRenewMs,
  type FleetDifferences,
} from './differences.ts';
import { every } from './every.ts';
import { createFeed, type Feed } from './feed.ts';
import { createFleetStore, type FleetStore } from './fleet-store.ts';
import { keepLive, type News } from './live.ts';
import { followLocks, type LockTimes } from './locks.ts';
import { createFleetMeans, type FleetMeans } from './means.ts';
import { onVisibility, pageIsVisible } from './page.ts';
import { followPreferences } from './preferences.ts';
import { callQuery, createQueries, queryKeyOf } from './queries.ts';
import { createStore, type Readable, type Store } from './store.ts';
import { followTrouble, type Trouble } from './trouble.ts';

/** All that views know of the console. */
export interface ConsoleApi {
  readonly client: Client;
  /** A deed that waits to be confirmed; null while none does. */
  readonly deed: Readable<DeedQuestion | null>;
  /** What was fetched; `useCall` and the logs ask through it. */
  readonly queries: QueryClient;
  /** What was told of the logs since they were fetched. */
  readonly news: News;
  readonly fleet: FleetStore;
  /** The same, as means over a span: what the board shows large, sorts by and sums up. */
  readonly means: FleetMeans;
  /** Who is unlike the proxies of its group, and in what. */
  readonly differences: FleetDifferences;
  readonly trouble: Readable<Trouble>;
  /** Whether what the stores hold is of now. */
  readonly feed: Readable<Feed>;
  readonly locks: Readable<LockTimes>;
  readonly preferences: Readable<Preferences>;
  /** Takes effect at once and is saved; a save that fails is told to `failure`. */
  setPreferences(change: Partial<Preferences>): void;
  /** The last failure of something that no view asked for: a topic refused, a preference not saved. */
  readonly failure: Store<ErrorValue | null>;
}

/** The stores of one window, fed for as long as it lives. */
export function createConsoleApi(plain: Client): ConsoleApi {
  const { client, question } = confirmingClient(plain);
  const fleet = createFleetStore();
  const queries = createQueries();
  const failure = createStore<ErrorValue | null>(null);
  const tellFailure = (error: ErrorValue): void => {
    // What an older console does not tell of is missing, and no fault: its frame says its version.
    if (error.code !== 'unsupported') failure.set(error);
  };

  const feed = createFeed({
    onHeartbeat: (listener) =>
      client.subscribe('app.heartbeat', {}, ({ at }) => listener(at), tellFailure),
    now: () => performance.now(),
    every: (ms, task) => setInterval(task, ms),
  });
  feed.subscribe(() => {
    if (feed.get().kind === 'silent' && client.state.get() === 'open') client.reopen();
  });
  client.subscribe('fleet.frames', {}, (frame) => fleet.apply(frame), tellFailure);
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
  const news = keepLive(client, queries, tellFailure);
  const { preferences, setPreferences } = followPreferences(client, tellFailure);
  // Where it is answered already, the first picture has it.
  for (const name of namesFirstAsked) {
    if (name === 'preferences.get') continue;
    const staleTime = Number.POSITIVE_INFINITY;
    void queries.prefetchQuery({ ...callQuery(client, name, {}), staleTime });
  }
  return {
    client,
    deed: question,
    queries,
    news,
    fleet,
    means: createFleetMeans({ fleet, every }),
    differences: createFleetDifferences({
      fleet,
      means: createFleetMeans({
        fleet,
        every,
        spanMs: comparedSpanMs,
        renewMs: differencesRenewMs,
      }),
      profiles: () => queries.getQueryData(queryKeyOf('profiles.list', {})) ?? [],
      every,
    }),
    trouble: followTrouble(fleet),
    feed,
    locks: followLocks(client, failure),
    preferences,
    setPreferences,
    failure,
  };
}
