import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { CallName } from '../../shared/ipc/contract.ts';
import type { AuditRow } from '../../shared/model/change.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import { errorOf } from './client.ts';
import { useApi } from './context.ts';
import type { Fetched } from './fetched.ts';
import { type LogRows, withNews } from './log-rows.ts';
import { type Readable, useStore } from './store.ts';

/** A log that is fetched a page at a time, and grows at its new end. */
export interface Log<T> extends Fetched<LogRows<T>> {
  /** Fetches the page behind the last row. Never rejects. */
  readonly loadOlder: () => Promise<void>;
  /** The newest row of this kind by now, which may have been told since the view was drawn. */
  readonly newest: (wanted: (row: T) => boolean) => T | undefined;
}

/** The events of one proxy, or of all, live. */
export function useEventLog(id?: string): Log<ProxyEvent> {
  const { client, news } = useApi();
  return useLog('events.list', id, 100, news.events, (page, signal) =>
    client.call('events.list', page, signal),
  );
}

/** The changes of one proxy, or of all, live. */
export function useAuditLog(id?: string): Log<AuditRow> {
  const { client, news } = useApi();
  return useLog('audit.list', id, id === undefined ? 100 : 20, news.audit, (page, signal) =>
    client.call('audit.list', page, signal),
  );
}

interface Row {
  readonly id: number;
  readonly profileId: string;
}

/** Some rows, newest first, all with an id below `before` where that is given. */
interface Page {
  readonly id?: string;
  readonly limit: number;
  readonly before?: number;
}

function useLog<T extends Row>(
  name: CallName,
  id: string | undefined,
  limit: number,
  news: Readable<readonly T[]>,
  fetch: (page: Page, signal: AbortSignal) => Promise<readonly T[]>,
): Log<T> {
  const { queries } = useApi();
  const { data, error, refetch, fetchNextPage } = useInfiniteQuery(
    {
      queryKey: [name, { id }],
      queryFn: ({ pageParam, signal }) =>
        fetch(
          {
            limit,
            ...(id === undefined ? {} : { id }),
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
    const own = id === undefined ? told : told.filter(({ profileId }) => profileId === id);
    return withNews(data.pages, limit, own);
  }, [data, told, id, limit]);
  const reload = useCallback(() => void refetch(), [refetch]);
  const loadOlder = useCallback(async () => {
    await fetchNextPage();
  }, [fetchNextPage]);
  const newest = useCallback(
    (wanted: (row: T) => boolean) => {
      const isOwn = (row: T): boolean => id === undefined || row.profileId === id;
      return news.get().find((row) => isOwn(row) && wanted(row)) ?? value?.rows.find(wanted);
    },
    [news, id, value],
  );
  return { value, error: error === null ? null : errorOf(error), reload, loadOlder, newest };
}
