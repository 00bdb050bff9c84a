import { AppError } from '../../shared/errors.ts';
import type { Profile } from '../../shared/model/profile.ts';

/** How long a production profile stays unlocked, milliseconds. */
export const unlockedMs = 10 * 60_000;

/** Which production profiles may be changed just now. Kept in memory: every start begins locked. */
export interface Locks {
  /** Answers until when, epoch milliseconds. */
  unlock(id: string): number;
  lock(id: string): void;
  list(): { readonly id: string; readonly until: number }[];
  /**
   * Throws `read-only` for a production profile that is not unlocked, and `confirmation-needed` where its name was not typed.
   * Other profiles may always be changed.
   */
  requireChangeable(profile: Profile, confirmName: string | undefined): void;
}

/** `now` in epoch milliseconds. */
export function createLocks(now: () => number): Locks {
  const until = new Map<string, number>();
  const isUnlocked = (id: string): boolean => (until.get(id) ?? 0) > now();
  return {
    unlock(id) {
      const end = now() + unlockedMs;
      until.set(id, end);
      return end;
    },
    lock(id) {
      until.delete(id);
    },
    list() {
      for (const id of [...until.keys()]) if (!isUnlocked(id)) until.delete(id);
      return [...until].map(([id, end]) => ({ id, until: end }));
    },
    requireChangeable(profile, confirmName) {
      if (profile.environment !== 'production') return;
      if (!isUnlocked(profile.id)) {
        throw new AppError(
          'read-only',
          `${profile.name} is a production proxy and locked. Unlock it for a limited time first.`,
          { detail: { id: profile.id, name: profile.name } },
        );
      }
      if (confirmName !== profile.name) {
        throw new AppError(
          'confirmation-needed',
          `${profile.name} is a production proxy. Type its name to confirm the change.`,
          { detail: { id: profile.id, name: profile.name } },
        );
      }
    },
  };
}
