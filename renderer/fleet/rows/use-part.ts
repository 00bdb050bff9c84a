import { useCallback, useSyncExternalStore } from 'react';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { useApi } from '../../api/context.ts';

/** One fact of a proxy's snapshot: the component renders again only when this is another. `read` is the same function in each render. */
export function usePart<T extends string | number | boolean | null | undefined>(
  id: string,
  read: (snapshot: ProxySnapshot | undefined) => T,
): T {
  const { fleet } = useApi();
  return useSyncExternalStore(
    useCallback((listener: () => void) => fleet.onSnapshot(id, listener), [fleet, id]),
    () => read(fleet.snapshot(id)),
  );
}

export const kindOf = (snapshot: ProxySnapshot | undefined) => snapshot?.state.kind;
export const unreachableSinceOf = (snapshot: ProxySnapshot | undefined) =>
  snapshot?.unreachableSince ?? null;
/** When it was last read. */
export const readAtOf = (snapshot: ProxySnapshot | undefined) => snapshot?.metrics?.at ?? null;
/** When it was last read, unless that is now. */
export const staleSinceOf = (snapshot: ProxySnapshot | undefined) =>
  snapshot?.state.kind === 'ready' ? null : (snapshot?.metrics?.at ?? null);
