import { AppError } from '../../shared/errors.ts';
import { isGuarding } from '../../shared/model/environment-class.ts';
import type { Teeth } from '../../shared/model/environment-class-schema.ts';
import { deedApproval } from '../../shared/model/guarded-deed.ts';
import type { Unlocked } from '../../shared/model/lock.ts';
import { isSameName } from '../../shared/model/name.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Clock } from '../base/clock.ts';
import { createTopic } from '../base/topic.ts';

/** How long a profile stays unlocked, milliseconds. */
export const unlockedMs = 10 * 60_000;

/** Timers stand still while the machine sleeps, so the time that is left is looked at so often, milliseconds. */
const checkMs = 5000;

/** Which read-only profiles may be changed just now: the one place that knows. Kept in memory, so every start begins locked. */
export interface Locks {
  unlock(id: string): void;
  lock(id: string): void;
  list(): readonly Unlocked[];
  /** Hears the list whenever one was unlocked or locked, also by time, and every few seconds while one is open. Returns unsubscribing. */
  listen(listener: (unlocked: readonly Unlocked[]) => void): () => void;
  /**
   * What the class of a profile asks before its proxy is changed: throws `read-only` where that is locked, and `confirmation-needed` where its name
   * was not typed. Profiles of classes that ask for nothing may always be changed.
   */
  requireChangeable(profile: Profile, confirmName: string | undefined): void;
  /**
   * The same before a deed that touches all of these. One is asked as by itself; of many each may be, or `typed` has the approval of the deed
   * (`deedApproval`), which stands for all unlocks and names as that of a plan does. Throws as `requireChangeable`, and for many `confirmation-needed`
   * with the approval.
   */
  requireDeed(profiles: readonly Profile[], typed: readonly string[]): void;
  /** Locks those of which the class asks for no unlock any more, and those that are gone. */
  settle(profileOf: (id: string) => Profile | undefined): void;
  /** Locks everything and sets no further timer. */
  close(): void;
}

/** When a profile locks itself: by the clock that cannot be set, and by the one that goes on while the machine sleeps. */
interface Lease {
  readonly endsAt: number;
  readonly endsAtWall: number;
}

export type TeethOf = (profile: Profile) => Teeth;

/** `teethOf`: what the class of a profile asks for now. */
export function createLocks(clock: Clock, teethOf: TeethOf): Locks {
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

  const refusal = (profile: Profile, typed: readonly string[]): AppError | null => {
    const { id, name } = profile;
    const teeth = teethOf(profile);
    if (teeth.readOnly && !isUnlocked(id)) return new AppError('read-only', { id, name });
    if (!teeth.typed || typed.some((text) => isSameName(text, name))) return null;
    return new AppError('confirmation-needed', { case: 'app', id, name });
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
      const error = refusal(profile, confirmName === undefined ? [] : [confirmName]);
      if (error !== null) throw error;
    },
    requireDeed(profiles, typed) {
      const guarded = profiles.filter((profile) => isGuarding(teethOf(profile)));
      const refusals = guarded.flatMap((profile) => refusal(profile, typed) ?? []);
      const [first] = refusals;
      if (first === undefined) return;
      if (guarded.length === 1) throw first;
      const approval = deedApproval(guarded);
      if (typed.some((text) => isSameName(text, approval))) return;
      throw new AppError('confirmation-needed', {
        case: 'deed',
        approval,
        count: guarded.length,
      });
    },
    settle(profileOf) {
      const closing = list().filter(({ id }) => {
        const profile = profileOf(id);
        return profile === undefined || !teethOf(profile).readOnly;
      });
      for (const { id } of closing) leases.delete(id);
      if (closing.length > 0) tell();
    },
    close() {
      leases.clear();
      cancel?.();
      cancel = null;
    },
  };
}
