import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { CallName } from '../../shared/ipc/contract.ts';
import { type AuditFilter, auditMatcher } from '../../shared/model/audit-filter.ts';
import type { AuditRow } from '../../shared/model/change.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import {
  type EventCount,
  type EventFilter,
  eventMatcher,
  mostEventsCounted,
} from '../../shared/model/event-filter.ts';
import { errorOf } from './client.ts';
import { useApi } from './context.ts';
import type { Fetched } from './fetched.ts';
import { type LogRows, withNews } from './log-rows.ts';
import { type Readable, useStore } from './store.ts';
import { useCall } from './use-call.ts';

/** A log that is fetched a page at a time, and grows at its new end. */
export interface Log<T> extends Fetched<LogRows<T>> {
  /** Fetches the page behind the last row. Never rejects. */
  readonly loadOlder: () => Promise<void>;
  /** The newest row of this kind by now, which may have been told since the view was drawn. */
  readonly newest: (wanted: (row: T) => boolean) => T | undefined;
}

/** The events that are wanted, live, asked for once `enabled`. The filter is to be the same object for as long as it says the same. */
export function useEventLog(filter: EventFilter, enabled = true): Log<ProxyEvent> {
  const { client, news } = useApi();
  const fits = useMemo(() => eventMatcher(filter), [filter]);
  return useLog(
    'events.list',
    filter,
    fits,
    100,
    news.events,
    (page, signal) => client.call('events.list', page, signal),
    enabled,
  );
}

/** How many events are wanted, live. Null until it is known, and while it cannot be. The filter is to be the same object, likewise. */
export function useEventCount(filter: EventFilter, enabled = true): EventCount | null {
  const { news } = useApi();
  const { value } = useCall('events.count', filter, { enabled });
  const told = useStore(news.events);
  return useMemo(() => {
    if (value === null || value.more) return value;
    const fits = eventMatcher(filter);
    const since = told.filter((event) => event.id > value.newest && fits(event)).length;
    const count = value.count + since;
    return { ...value, count: Math.min(count, mostEventsCounted), more: count > mostEventsCounted };
  }, [value, told, filter]);
}

/** The changes of one proxy, live. */
export function useAuditLogOf(id: string): Log<AuditRow> {
  const { client, news } = useApi();
  const query = useMemo(() => ({ id }), [id]);
  const fits = useMemo(() => ofProfile(id), [id]);
  return useLog('audit.list', query, fits, 20, news.audit, (page, signal) =>
    client.call('audit.list', page, signal),
  );
}

/** The changes that are wanted, of all proxies, live. The filter is to be the same object for as long as it says the same. */
export function useAuditLog(filter: AuditFilter): Log<AuditRow> {
  const { client, news } = useApi();
  const fits = useMemo(() => auditMatcher(filter), [filter]);
  return useLog('audit.list', filter, fits, 100, news.audit, (page, signal) =>
    client.call('audit.list', page, signal),
  );
}

function ofProfile(id: string): (row: Row) => boolean {
  return ({ profileId }) => profileId === id;
}

interface Row {
  readonly id: number;
  readonly profileId: string;
}

/** Some rows, newest first, all with an id below `before` where that is given. */
interface Page {
  readonly limit: number;
  readonly before?: number;
}

function useLog<T extends Row, Q extends object>(
  name: CallName,
  query: Q,
  fits: (row: T) => boolean,
  limit: number,
  news: Readable<readonly T[]>,
  fetch: (page: Q & Page, signal: AbortSignal) => Promise<readonly T[]>,
  enabled = true,
): Log<T> {
  const { queries } = useApi();
  const { data, error, refetch, fetchNextPage } = useInfiniteQuery(
    {
      queryKey: [name, query],
      enabled,
      queryFn: ({ pageParam, signal }) =>
        fetch(
          {
            ...query,
            limit,
            ...(pageParam === null ? {} : { before: pageParam }),
          },
          signal,
        ),
      initialPageParam: null as number | null,
      getNextPageParam: (page: readonly T[]) => (page.length < limit ? undefined : page.at(-1)?.id),
    },
    queries,
  );
  const told = useStore(news);
  const value = useMemo(() => {
    if (data === undefined) return null;
    return withNews(data.pages, limit, told.filter(fits));
  }, [data, told, fits, limit]);
  const reload = useCallback(() => void refetch(), [refetch]);
  const loadOlder = useCallback(async () => {
    await fetchNextPage();
  }, [fetchNextPage]);
  const newest = useCallback(
    (wanted: (row: T) => boolean) => {
      return news.get().find((row) => fits(row) && wanted(row)) ?? value?.rows.find(wanted);
    },
    [news, fits, value],
  );
  return { value, error: error === null ? null : errorOf(error), reload, loadOlder, newest };
}
