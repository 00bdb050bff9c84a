import type { QueryClient } from '@tanstack/react-query';
import type { ErrorValue } from '../../shared/errors.ts';
import type { CallOutput, WindowCallName } from '../../shared/ipc/contract.ts';
import type { AuditRow, Settings } from '../../shared/model/change.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import { changedList, type ListChange } from './changed-list.ts';
import type { Client } from './client.ts';
import { addNews } from './log-rows.ts';
import { queryKeyOf } from './queries.ts';
import { settingsAfter } from './settings-after.ts';
import { createStore, type Readable, type Store } from './store.ts';

/** What was told of the logs since their pages were fetched, newest first. */
export interface News {
  readonly events: Readable<readonly ProxyEvent[]>;
  readonly audit: Readable<readonly AuditRow[]>;
}

/** So many rows are kept beside the pages; when there are more, the pages are fetched again. */
export const mostNews = 400;

/** Keeps what was fetched as the console tells it is now, and fetches it again when the console was away. */
export function keepLive(
  client: Client,
  queries: QueryClient,
  onRefused: (error: ErrorValue) => void,
): News {
  const put = <N extends WindowCallName>(name: N, value: CallOutput<N>): void => {
    const queryKey = [name, {}];
    // An answer that is under way may be older than what was told.
    void queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, value);
  };
  const apply = <T extends { readonly id: string }>(
    name: 'profiles.list' | 'folders.list' | 'plans.list' | 'drift.list' | 'alerts.list',
    change: ListChange<T>,
  ): void => {
    const queryKey = [name, {}];
    queries.setQueryData<readonly T[]>(queryKey, (list) => list && changedList(list, change));
    // An answer that is under way may be older than what was told.
    if (queries.isFetching({ queryKey }) === 0) return;
    void queries.cancelQueries({ queryKey }).then(() => queries.invalidateQueries({ queryKey }));
  };
  const events = createStore<readonly ProxyEvent[]>([]);
  const audit = createStore<readonly AuditRow[]>([]);
  const refetch = (name: WindowCallName): void =>
    void queries.invalidateQueries({ queryKey: [name] });
  const tell = <T extends { readonly id: number }>(
    name: WindowCallName,
    store: Store<readonly T[]>,
    rows: readonly T[],
  ): void => {
    const all = addNews(store.get(), rows, mostNews);
    store.set(all.length < mostNews ? all : all.slice(0, mostNews / 2));
    if (all.length < mostNews) return;
    refetch(name);
    if (name === 'events.list') refetch('events.count');
  };

  /** Of what only administrators are told: others do without, and every view that asks for it says why it is not there. */
  const unlessForbidden = (error: ErrorValue): void => {
    if (error.code !== 'not-allowed') onRefused(error);
  };

  client.subscribe(
    'profiles.changed',
    {},
    (change) => {
      apply('profiles.list', change);
      // What a copy would bring back is held against what is now.
      for (const name of ['copies.list', 'copies.show'] as const) refetch(name);
    },
    onRefused,
  );
  client.subscribe('folders.changed', {}, (change) => apply('folders.list', change), onRefused);
  client.subscribe('classes.changed', {}, (list) => put('classes.list', list), onRefused);
  client.subscribe('managed.changed', {}, (state) => put('managed.state', state), onRefused);
  client.subscribe('updates.changed', {}, (state) => put('updates.state', state), onRefused);
  client.subscribe('drift.changed', {}, (change) => apply('drift.list', change), onRefused);
  client.subscribe('tags.changed', {}, (tags) => put('tags.list', tags), onRefused);
  client.subscribe(
    'alerts.changed',
    {},
    (change) => {
      apply('alerts.list', change);
      if (change.removed.length > 0) refetch('alerts.past');
    },
    onRefused,
  );
  client.subscribe('alerts.rulesChanged', {}, (list) => put('alerts.rules', list), onRefused);
  client.subscribe(
    'alerts.maintenanceChanged',
    {},
    (list) => put('alerts.maintenance', list),
    onRefused,
  );
  client.subscribe(
    'alerts.webhookChanged',
    {},
    (state) => put('alerts.webhook', state),
    unlessForbidden,
  );
  client.subscribe('metrics.changed', {}, (state) => put('metrics.state', state), unlessForbidden);
  client.subscribe('plans.changed', {}, (change) => apply('plans.list', change), onRefused);
  client.subscribe('commands.changed', {}, (list) => put('commands.list', list), onRefused);
  client.subscribe('consoles.changed', {}, (list) => put('consoles.list', list), onRefused);
  client.subscribe('app.notices', {}, (list) => put('app.notices', list), onRefused);
  client.subscribe('vault.changed', {}, (state) => put('vault.state', state), onRefused);
  client.subscribe('app.sessionsChanged', {}, () => refetch('app.sessions'), unlessForbidden);
  client.subscribe('events.added', {}, (rows) => tell('events.list', events, rows), onRefused);
  client.subscribe(
    'audit.changed',
    {},
    (rows) => {
      const newest = audit.get()[0]?.id ?? 0;
      tell('audit.list', audit, rows);
      // Each says what is in force after it; one that was there before and is different says nothing new of that.
      const added = rows.filter(({ id }) => id > newest).toSorted((a, b) => a.id - b.id);
      for (const row of added) keepSettings(queries, row);
    },
    onRefused,
  );

  let wasLost = false;
  client.state.subscribe(() => {
    const state = client.state.get();
    if (state === 'lost') wasLost = true;
    if (state !== 'open' || !wasLost) return;
    wasLost = false;
    void queries.invalidateQueries();
  });
  return { events, audit };
}

/** What a change says of the settings that were read; they are read again where it does not say it. */
function keepSettings(queries: QueryClient, row: AuditRow): void {
  const queryKey = queryKeyOf('settings.read', { id: row.profileId });
  const known = queries.getQueryData<Settings>(queryKey);
  const next = known === undefined ? null : settingsAfter(known, row);
  if (next === null) {
    void queries.invalidateQueries({ queryKey });
    return;
  }
  void queries.cancelQueries({ queryKey });
  queries.setQueryData(queryKey, next);
}
