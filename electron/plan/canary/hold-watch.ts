import { type Reading, thinned, type Watched } from '../../../shared/fleet/canary.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import type { Sample } from '../../../shared/model/sample.ts';

/** Readings that are kept of a proxy in each of the two windows: more are made fewer. */
const mostReadings = 600;
/** One that lost its session is given so long to come back before it is silent, milliseconds. */
export const silentMs = 15_000;

/** What was read of a proxy in a time that is past. */
export interface Past {
  readonly readings: readonly Reading[];
  readonly restarted: boolean;
}

interface Window {
  before: readonly Reading[];
  since: readonly Reading[];
  /** Readings since, as they came. */
  count: number;
  restarted: boolean;
  /** Without a session though it should have one, since then; monotonic. */
  lostAt: number | null;
}

/** What is read of the targets before the canaries are changed, and since. Times are epoch milliseconds. */
export interface HoldWatch {
  samples(samples: readonly Sample[]): void;
  /** The readings so far are those of before, the last of a time of so many milliseconds. */
  change(at: number, longestMs: number): void;
  /** What was read before the change does not count; what is read from now on does. */
  measureAnew(): void;
  /** What is read from now on is what counts. */
  beginAnew(): void;
  /** What was read when another process watched, or this one for other reasons. */
  seed(id: string, before: Past | null, since: Past | null): void;
  before(id: string): readonly Reading[];
  /** Readings since of the one of these with the fewest; a proxy that is not reached is none of them. */
  count(ids: readonly string[]): number;
  /** Looks who is reached; to be called every second. Answers who has just lost its session. */
  look(now: number, stateOf: (id: string) => ProxyState['kind'] | undefined): readonly string[];
  /** Not reached, for how long milliseconds; null for who is. */
  unreached(id: string, now: number): number | null;
  of(
    target: { readonly id: string; readonly name: string },
    now: number,
    about: Pick<Watched, 'losses' | 'appliedElse'>,
  ): Watched;
}

/** Of these proxies. */
export function createHoldWatch(ids: readonly string[]): HoldWatch {
  const windows = new Map<string, Window>(
    ids.map((id) => [id, { before: [], since: [], count: 0, restarted: false, lostAt: null }]),
  );
  let changed = false;
  return {
    samples(samples) {
      for (const sample of samples) {
        const window = windows.get(sample.profileId);
        if (window === undefined) continue;
        if (!changed) {
          // Across a restart before the change nothing is compared.
          window.before = sample.restart ? [] : added(window.before, sample);
          continue;
        }
        window.since = added(window.since, sample);
        window.count++;
        window.restarted ||= sample.restart;
      }
    },
    change(at, longestMs) {
      changed = true;
      for (const window of windows.values())
        window.before = window.before.filter((reading) => reading.at >= at - longestMs);
    },
    measureAnew() {
      for (const window of windows.values()) window.before = [];
    },
    beginAnew() {
      for (const window of windows.values()) {
        window.since = [];
        window.count = 0;
        window.restarted = false;
      }
    },
    seed(id, before, since) {
      const window = windows.get(id);
      if (window === undefined) return;
      if (before !== null && !before.restarted)
        window.before = thinned(before.readings, mostReadings);
      if (since === null) return;
      window.since = thinned(since.readings, mostReadings);
      window.count = since.readings.length;
      window.restarted = since.restarted;
    },
    before: (id) => windows.get(id)?.before ?? [],
    count: (wanted) => {
      const counts = wanted.flatMap((id) => {
        const window = windows.get(id);
        return window === undefined || window.lostAt !== null ? [] : [window.count];
      });
      return counts.length === 0 ? 0 : Math.min(...counts);
    },
    look(now, stateOf) {
      const lost: string[] = [];
      for (const [id, window] of windows) {
        if (!isLost(stateOf(id))) window.lostAt = null;
        else if (window.lostAt === null) {
          window.lostAt = now;
          lost.push(id);
        }
      }
      return lost;
    },
    unreached(id, now) {
      const lostAt = windows.get(id)?.lostAt ?? null;
      return lostAt === null ? null : now - lostAt;
    },
    of({ id, name }, now, about) {
      const { before = [], since = [], restarted = false, lostAt = null } = windows.get(id) ?? {};
      const ready = lostAt === null || now - lostAt < silentMs;
      return { id, name, before, since, restarted, ready, ...about };
    },
  };
}

function added(readings: readonly Reading[], sample: Sample): readonly Reading[] {
  const { at, bytesPerSecond, accessesPerSecond, roundTripMs } = sample;
  const next = [...readings, { at, bytesPerSecond, accessesPerSecond, roundTripMs, count: 1 }];
  return thinned(next, mostReadings);
}

/** One that somebody disconnected, or that waits for the vault, is not silent of its own. */
function isLost(state: ProxyState['kind'] | undefined): boolean {
  switch (state) {
    case 'connecting':
    case 'authenticating':
    case 'waiting':
    case 'needs-attention':
      return true;
    default:
      return false;
  }
}
