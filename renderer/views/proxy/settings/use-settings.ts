import { useCallback, useEffect, useMemo } from 'react';
import type { AuditRow, Settings } from '../../../../shared/model/change.ts';
import { useApi } from '../../../api/context.ts';
import { createLoaded, type LoadedStore, reloadOnReturn } from '../../../api/loaded.ts';
import { useAuditRows } from '../../../api/logs.ts';
import { settingsAfter } from './settings-after.ts';

/**
 * The settings of one proxy: read whenever it becomes ready, and on demand; a change, of whichever window, tells what they are without
 * another question to the proxy. What was read stays while it is away.
 */
export function useSettings(id: string, ready: boolean): LoadedStore<Settings> {
  const { client } = useApi();
  const store = useMemo(
    () => createLoaded<Settings>(() => client.call('settings.read', { id })),
    [client, id],
  );
  useEffect(() => {
    if (!ready) return;
    void store.reload();
    // What was changed while the console could not be reached, no topic has told.
    return reloadOnReturn(client, store.reload);
  }, [client, store, ready]);
  const changed = useCallback(
    (rows: readonly AuditRow[]) => {
      const known = store.get().value;
      const newest = rows.reduce((a, b) => (a.id > b.id ? a : b));
      const next = known === null ? null : settingsAfter(known, newest);
      if (next === null) void store.reload();
      else store.put(next);
    },
    [store],
  );
  useAuditRows(id, changed);
  return store;
}
