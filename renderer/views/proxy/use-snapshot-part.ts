import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { useApi } from '../../api/context.ts';

/**
 * A part of a proxy's snapshot. The same object for as long as it says the same, though each frame brings another: what it is given to is not
 * rendered again with each reading. `read` is the same function in each render.
 */
export function useSnapshotPart<T>(
  id: string,
  read: (snapshot: ProxySnapshot | undefined) => T,
): T {
  const { fleet } = useApi();
  const kept = useRef<{ readonly text: string; readonly part: T } | null>(null);
  const subscribe = useCallback(
    (listener: () => void) => fleet.onSnapshot(id, listener),
    [fleet, id],
  );
  return useSyncExternalStore(subscribe, () => {
    const part = read(fleet.snapshot(id));
    const text = JSON.stringify(part);
    if (kept.current?.text !== text) kept.current = { text, part };
    return kept.current.part;
  });
}
