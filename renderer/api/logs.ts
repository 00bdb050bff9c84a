import { useEffect, useMemo } from 'react';
import type { AuditEntry } from '../../shared/model/change.ts';
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
        if (id === undefined || event.profileId === id) list.add(event);
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

/** The changes of one proxy. Fetched again by `reload`. */
export function useAuditLog(id: string): PagedList<AuditEntry> {
  const { client } = useApi();
  const list = useMemo(
    () =>
      createPagedList<AuditEntry>((page) => client.call('audit.list', { ...page, id }), auditPage),
    [client, id],
  );
  useEffect(() => {
    void list.reload();
    return reloadOnReturn(client, list.reload);
  }, [client, list]);
  return list;
}
