import { AppError } from '../../shared/errors.ts';
import type { Unlocked } from '../../shared/model/lock.ts';
import { isSameName } from '../../shared/model/name.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Clock } from '../base/clock.ts';
import { createTopic } from '../base/topic.ts';

/** How long a production profile stays unlocked, milliseconds. */
export const unlockedMs = 10 * 60_000;

/** Timers stand still while the machine sleeps, so the time that is left is looked at so often, milliseconds. */
const checkMs = 5000;

/** Which production profiles may be changed just now: the one place that knows. Kept in memory, so every start begins locked. */
export interface Locks {
  unlock(id: string): void;
  lock(id: string): void;
  list(): readonly Unlocked[];
  /** Hears the list whenever one was unlocked or locked, also by time, and every few seconds while one is open. Returns unsubscribing. */
  listen(listener: (unlocked: readonly Unlocked[]) => void): () => void;
  /**
   * Throws `read-only` for a production profile that is not unlocked, and `confirmation-needed` where its name was not typed.
   * Other profiles may always be changed.
   */
  requireChangeable(profile: Profile, confirmName: string | undefined): void;
  /** Locks everything and sets no further timer. */
  close(): void;
}

/** When a profile locks itself: by the clock that cannot be set, and by the one that goes on while the machine sleeps. */
interface Lease {
  readonly endsAt: number;
  readonly endsAtWall: number;
}

export function createLocks(clock: Clock): Locks {
  const leases = new Map<string, Lease>();
  const changed = createTopic<readonly Unlocked[]>();
  let cancel: (() => void) | null = null;

  // Whichever clock is first: one set back does not lengthen an unlock, and a night of sleep ends it.
  const leftMs = (lease: Lease): number =>
    Math.min(lease.endsAt - clock.now(), lease.endsAtWall - clock.wall());
  const isUnlocked = (id: string): boolean => {
    const lease = leases.get(id);
    return lease !== undefined && leftMs(lease) > 0;
  };
  const list = (): readonly Unlocked[] => {
    for (const id of [...leases.keys()]) if (!isUnlocked(id)) leases.delete(id);
    return [...leases].map(([id, lease]) => ({ id, leftMs: leftMs(lease) }));
  };
  const tell = (): void => {
    cancel?.();
    const unlocked = list();
    const next = Math.min(checkMs, ...unlocked.map((one) => one.leftMs));
    cancel = unlocked.length === 0 ? null : clock.after(next, tell);
    changed.publish(unlocked);
  };

  return {
    list,
    listen: changed.listen,
    unlock(id) {
      leases.set(id, {
        endsAt: clock.now() + unlockedMs,
        endsAtWall: clock.wall() + unlockedMs,
      });
      tell();
    },
    lock(id) {
      if (leases.delete(id)) tell();
    },
    requireChangeable(profile, confirmName) {
      if (profile.environment !== 'production') return;
      if (!isUnlocked(profile.id)) {
        throw new AppError('read-only', { id: profile.id, name: profile.name });
      }
      if (!isSameName(confirmName ?? '', profile.name)) {
        const { id, name } = profile;
        throw new AppError('confirmation-needed', { case: 'app', id, name });
      }
    },
    close() {
      leases.clear();
      cancel?.();
      cancel = null;
    },
  };
}
