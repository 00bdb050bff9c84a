import { useEffect, useMemo } from 'react';
import type { Settings } from '../../../../shared/model/change.ts';
import { useApi } from '../../../api/context.ts';
import { createLoaded, type LoadedStore } from '../../../api/loaded.ts';

/** The settings of one proxy: read whenever it becomes ready, and on demand. What was read stays while it is away. */
export function useSettings(id: string, ready: boolean): LoadedStore<Settings> {
  const { client } = useApi();
  const store = useMemo(
    () => createLoaded<Settings>(() => client.call('settings.read', { id })),
    [client, id],
  );
  useEffect(() => {
    if (ready) void store.reload();
  }, [store, ready]);
  return store;
}
