import { useCallback } from 'react';
import { useApi, usePreferences } from './context.ts';

/** Whether a proxy is read once a minute only. */
export function useIsPaused(id: string): boolean {
  return usePreferences().paused.includes(id);
}

/** Pauses proxies, or reads them again as often as their profiles say. Kept, and the same in every window. Rejects as a call does. */
export function usePausing(): (ids: readonly string[], paused: boolean) => Promise<unknown> {
  const { client } = useApi();
  return useCallback(
    (ids, paused) => client.call('fleet.pause', { ids: [...ids], paused }),
    [client],
  );
}
