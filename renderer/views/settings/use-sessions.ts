import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApi } from '../../api/context.ts';
import { createLoaded, type Loaded, reloadOnReturn } from '../../api/loaded.ts';
import { useStore } from '../../api/store.ts';

export type ListedSession = CallOutput<'app.sessions'>[number];

/** The browsers that were let in, as they come and go. */
export function useSessions(): {
  readonly loaded: Loaded<readonly ListedSession[]>;
  readonly reload: () => void;
} {
  const { client } = useApi();
  const [store] = useState(() =>
    createLoaded<readonly ListedSession[]>(() => client.call('app.sessions', {})),
  );
  useEffect(() => {
    const reload = (): void => void store.reload();
    const stops = [
      client.subscribe('app.sessionsChanged', {}, reload, store.fail),
      reloadOnReturn(client, store.reload),
    ];
    // After the subscription: what changes in between is told.
    reload();
    return () => {
      for (const stop of stops) stop();
    };
  }, [client, store]);
  return { loaded: useStore(store), reload: () => void store.reload() };
}
