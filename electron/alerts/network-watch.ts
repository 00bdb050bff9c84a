import { isOwnNetworkDown } from '../../shared/fleet/alerts/own-network.ts';
import { isLost } from '../../shared/fleet/alerts/verdicts.ts';
import { foldedHost } from '../../shared/model/place.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import type { Clock } from '../base/clock.ts';
import { isLoopbackHost } from '../base/loopback.ts';

/** What is not reached, and of how many. */
export interface Lost {
  readonly lost: number;
  readonly watched: number;
}

export interface NetworkWatchParts {
  readonly clock: Clock;
  /** By id, as they are now. */
  readonly states: ReadonlyMap<string, ProxyState>;
  /** Whether this machine has an interface beside its loopback. */
  readonly hasInterface: () => boolean;
  readonly wasOwnNetwork: boolean;
  /** Our own network is down, or (null) no more. */
  readonly onOwnNetwork: (lost: Lost | null) => void;
}

/** Whether it is our own network that keeps the proxies from being reached. Those on this machine are reached without one. */
export function createNetworkWatch(parts: NetworkWatchParts) {
  const { clock, states, hasInterface, onOwnNetwork } = parts;
  /** Monotonic milliseconds. */
  const lostAt = new Map<string, number>();
  let remote = new Map<string, string>();
  let down = parts.wasOwnNetwork;
  const follow = (id: string, state: ProxyState): void => {
    if (isLost(state)) {
      if (!lostAt.has(id)) lostAt.set(id, clock.now());
    } else if (state.kind === 'ready' || state.kind === 'off') lostAt.delete(id);
  };
  return {
    isDown: () => down,
    /** Whether it explains that this one is not reached. */
    hides: (id: string): boolean => down && remote.has(id),
    transition: follow,
    setProfiles(profiles: readonly Profile[]) {
      remote = new Map(
        profiles
          .filter(({ host }) => !isLoopbackHost(host))
          .map(({ id, host }) => [id, foldedHost(host)]),
      );
      const ids = new Set(profiles.map(({ id }) => id));
      for (const id of lostAt.keys()) if (!ids.has(id)) lostAt.delete(id);
      for (const [id, state] of states) follow(id, state);
    },
    /** Answers whether it is otherwise than before. */
    look(): boolean {
      const watched = [...remote].flatMap(([id, host]) => {
        const state = states.get(id);
        const at = lostAt.get(id) ?? null;
        return at !== null || state?.kind === 'ready' ? [{ host, lostAt: at }] : [];
      });
      // Before anything came of the first of them nobody knows, nor where none of them is tried.
      if (watched.length === 0 && remote.size > 0) return false;
      const now = isOwnNetworkDown(watched, { hasInterface: hasInterface(), before: down });
      if (now === down) return false;
      down = now;
      const lost = watched.filter(({ lostAt: at }) => at !== null).length;
      onOwnNetwork(now ? { lost, watched: watched.length } : null);
      return true;
    },
  };
}
