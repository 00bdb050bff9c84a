import { createContext, useCallback, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Difference } from '../../shared/fleet/unlike.ts';
import type { Preferences } from '../../shared/model/app-info.ts';
import type { ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import type { ProxyStateKind } from '../../shared/model/state-kinds.ts';
import type { ConsoleApi } from './console-api.ts';
import type { Feed } from './feed.ts';
import type { Means } from './means.ts';
import type { LivePoints } from './point-ring.ts';
import { useStore } from './store.ts';

export const ApiContext = createContext<ConsoleApi | null>(null);

export function useApi(): ConsoleApi {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('a view is outside of ApiContext');
  return api;
}

/** Whether what the window shows is of now. */
export function useFeed(): Feed {
  return useStore(useApi().feed);
}

/** Whether all that the window shows may be so no longer: the console is lost, or silent. */
export function useIsOld(): boolean {
  const lost = useStore(useApi().client.state) === 'lost';
  return useFeed().kind === 'silent' || lost;
}

export function usePreferences(): Preferences {
  return useStore(useApi().preferences);
}

/** One proxy's snapshot: the component renders again only when this proxy changes. */
export function useSnapshot(id: string): ProxySnapshot | undefined {
  const { fleet } = useApi();
  const subscribe = useCallback(
    (listener: () => void) => fleet.onSnapshot(id, listener),
    [fleet, id],
  );
  return useSyncExternalStore(subscribe, () => fleet.snapshot(id));
}

/** One proxy's means, null while it is not ready: the component renders again only when these change. */
export function useMeans(id: string): Means | null {
  const { means } = useApi();
  const subscribe = useCallback(
    (listener: () => void) => means.onChange(id, listener),
    [means, id],
  );
  return useSyncExternalStore(subscribe, () => means.of(id));
}

/** In what a proxy is unlike its group: the component renders again only when that changes. */
export function useDifferences(id: string): readonly Difference[] {
  const { differences } = useApi();
  const subscribe = useCallback(
    (listener: () => void) => differences.onChange(id, listener),
    [differences, id],
  );
  return useSyncExternalStore(subscribe, () => differences.of(id));
}

/** One proxy's state by name: the component renders again only when it is another one, not with every reading. */
export function useStateKind(id: string): ProxyStateKind | undefined {
  const { fleet } = useApi();
  const subscribe = useCallback(
    (listener: () => void) => fleet.onSnapshot(id, listener),
    [fleet, id],
  );
  return useSyncExternalStore(subscribe, () => fleet.snapshot(id)?.state.kind);
}

/** Runs `draw` with the proxy's points at once and whenever there are new ones, outside of React. */
export function usePoints(id: string, draw: (ring: LivePoints) => void): void {
  const { fleet } = useApi();
  useEffect(() => {
    draw(fleet.points(id));
    return fleet.onPoints(id, () => draw(fleet.points(id)));
  }, [fleet, id, draw]);
}
