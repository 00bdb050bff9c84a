import { useEffect, useMemo } from 'react';
import type { AuditRow } from '../../shared/model/change.ts';
import type { ProxyEvent } from '../../shared/model/event.ts';
import { useApi } from './context.ts';
import { reloadOnReturn } from './loaded.ts';
import { createPagedList, type PagedList } from './paged-list.ts';

const eventsPage = 100;
const auditPage = 20;

/** The events of one proxy, or of all, live. */
export function useEventLog(id?: string): PagedList<ProxyEvent> {
  const { client, failure } = useApi();
  const list = useMemo(
    () =>
      createPagedList<ProxyEvent>(
        (page) => client.call('events.list', { ...page, ...(id === undefined ? {} : { id }) }),
        eventsPage,
      ),
    [client, id],
  );
  useEffect(() => {
    void list.reload();
    const unsubscribe = client.subscribe(
      'events.added',
      {},
      (event) => {
        if (id === undefined || event.profileId === id) list.add([event]);
      },
      failure.set,
    );
    const stop = reloadOnReturn(client, list.reload);
    return () => {
      unsubscribe();
      stop();
    };
  }, [client, failure, id, list]);
  return list;
}

/** The changes of one proxy, live. */
export function useAuditLog(id: string): PagedList<AuditRow> {
  const { client } = useApi();
  const list = useMemo(
    () =>
      createPagedList<AuditRow>((page) => client.call('audit.list', { ...page, id }), auditPage),
    [client, id],
  );
  useEffect(() => {
    void list.reload();
    return reloadOnReturn(client, list.reload);
  }, [client, list]);
  useAuditRows(id, list.add);
  return list;
}

/** Hears the entries of one proxy that are new or different. `listener` must keep its identity. */
export function useAuditRows(id: string, listener: (rows: readonly AuditRow[]) => void): void {
  const { client, failure } = useApi();
  useEffect(
    () =>
      client.subscribe(
        'audit.changed',
        {},
        (rows) => {
          const own = rows.filter(({ profileId }) => profileId === id);
          if (own.length > 0) listener(own);
        },
        failure.set,
      ),
    [client, failure, id, listener],
  );
}
