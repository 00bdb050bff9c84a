import type { KnownSettings } from '../../shared/model/fleet-frame.ts';
import type { Profile } from '../../shared/model/profile.ts';
import { untilBeat } from '../base/beat.ts';
import type { Clock } from '../base/clock.ts';
import type { KnownProxy } from '../fleet/fleet-reads.ts';
import type { Monitor } from '../fleet/monitor.ts';
import { unlessInTrouble } from '../store/database/unless-in-trouble.ts';
import type { LastKnown, LastKnownStore } from '../store/last-known.ts';
import type { AuditLog } from '../store/logs/audit.ts';

/** So many of the fleet are written in one turn: all at once would keep the polls waiting. */
const most = 150;
/** Until each proxy was written, where something new is known of it; longer where there are so many that the turns would come too fast. */
const roundMs = 15_000;
const shortestTurnMs = 1000;

export interface LastKnownParts {
  readonly store: LastKnownStore;
  readonly audit: Pick<AuditLog, 'lastBufferSize'>;
  /** Ids of the profiles that there are now. */
  readonly profileIds: () => ReadonlySet<string>;
  /** What is known of the proxies now. */
  readonly fleet: Monitor['lastKnown'];
  readonly clock: Clock;
}

/**
 * Keeps what each proxy was last seen to say, so that it is there at the next start. What cannot be read is not known; what cannot be kept is
 * tried again with its next turn. That the database is in trouble is told by those who write to it every second.
 */
export interface LastKnownKeeper {
  of(profile: Profile): LastKnown | null;
  /** What was last set from here. */
  bufferSizeOf(profileId: string): KnownSettings['bufferSize'];
  /** Throws as the store does. */
  forget(profileId: string): void;
  /** Writes all that is new; to be called while the fleet is still there. */
  close(): void;
}

export function createLastKnownKeeper(parts: LastKnownParts): LastKnownKeeper {
  const { store, audit, fleet, clock } = parts;
  const written = new Map<string, number>();
  let next = 0;
  let turnMs = shortestTurnMs;
  let cancel = (): void => {};

  const write = (candidates: readonly KnownProxy[]): void => {
    const fresh = candidates.filter(
      ({ profile, version, metrics, transformation }) =>
        written.get(profile.id) !== version && (metrics !== null || transformation !== null),
    );
    if (fresh.length === 0) return;
    unlessInTrouble(() => {
      store.put(
        fresh.map(({ profile, metrics, transformation, openCount, oneByOneSince }) => [
          profile.id,
          { place: profile, metrics, transformation, openCount, oneByOneSince },
        ]),
      );
      for (const { profile, version } of fresh) written.set(profile.id, version);
    });
  };
  const turn = (): void => {
    const some = fleet(next, next + most);
    write(some);
    next += most;
    if (some.length < most) {
      turnMs = Math.max(shortestTurnMs, Math.floor((roundMs * most) / next));
      next = 0;
    }
    wait();
  };
  const wait = (): void => {
    cancel = clock.after(untilBeat(clock.now(), turnMs), turn);
  };
  unlessInTrouble(() => store.keepOnly(parts.profileIds()));
  wait();
  return {
    of: (profile) => unlessInTrouble(() => store.get(profile.id, profile)),
    bufferSizeOf: (profileId) => {
      const last = unlessInTrouble(() => audit.lastBufferSize(profileId));
      return last && { bytes: last.bytes, at: last.at };
    },
    forget(profileId) {
      written.delete(profileId);
      store.forget(profileId);
    },
    close() {
      cancel();
      write(fleet());
    },
  };
}
