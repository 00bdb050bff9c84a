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

/** Which read-only profiles may be changed just now, and by whom: the one place that knows. Kept in memory, so every start begins locked. */
export interface Locks {
  /** For whoever asks, and nobody else. */
  unlock(id: string): void;
  lock(id: string): void;
  /** What is unlocked for whoever asks. */
  list(): readonly Unlocked[];
  /**
   * Hears the list of whoever asks now, whenever one was unlocked or locked for anybody, also by time, and every few seconds while one is open.
   * Returns unsubscribing.
   */
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

/** `teethOf`: what the class of a profile asks for now; `who`: who asks now. */
export function createLocks(clock: Clock, teethOf: TeethOf, who: () => string): Locks {
  /** By who unlocked them, and the profile. */
  const leases = new Map<string, Map<string, Lease>>();
  const changed = createTopic<void>();
  let cancel: (() => void) | null = null;

  // Whichever clock is first: one set back does not lengthen an unlock, and a night of sleep ends it.
  const leftMs = (lease: Lease): number =>
    Math.min(lease.endsAt - clock.now(), lease.endsAtWall - clock.wall());
  const isUnlocked = (id: string): boolean => {
    const lease = leases.get(who())?.get(id);
    return lease !== undefined && leftMs(lease) > 0;
  };
  const listOf = (asker: string): readonly Unlocked[] =>
    [...(leases.get(asker) ?? [])]
      .map(([id, lease]) => ({ id, leftMs: leftMs(lease) }))
      .filter((one) => one.leftMs > 0);
  /** Ends those that are over, and those that this says. Answers how many it said. */
  const drop = (ends: (asker: string, id: string) => boolean): number => {
    let dropped = 0;
    for (const [asker, ofAsker] of leases) {
      for (const [id, lease] of ofAsker) {
        const ended = ends(asker, id);
        if (ended) dropped++;
        if (ended || leftMs(lease) <= 0) ofAsker.delete(id);
      }
      if (ofAsker.size === 0) leases.delete(asker);
    }
    return dropped;
  };
  const tell = (): void => {
    cancel?.();
    drop(() => false);
    const left = [...leases.values()].flatMap((ofAsker) => [...ofAsker.values()].map(leftMs));
    cancel = left.length === 0 ? null : clock.after(Math.min(checkMs, ...left), tell);
    changed.publish();
  };

  const refusal = (profile: Profile, typed: readonly string[]): AppError | null => {
    const { id, name } = profile;
    const teeth = teethOf(profile);
    if (teeth.readOnly && !isUnlocked(id)) return new AppError('read-only', { id, name });
    if (!teeth.typed || typed.some((text) => isSameName(text, name))) return null;
    return new AppError('confirmation-needed', { case: 'app', id, name });
  };

  return {
    list: () => listOf(who()),
    listen(listener) {
      const asker = who();
      return changed.listen(() => listener(listOf(asker)));
    },
    unlock(id) {
      const asker = who();
      const ofAsker = leases.get(asker) ?? new Map<string, Lease>();
      ofAsker.set(id, {
        endsAt: clock.now() + unlockedMs,
        endsAtWall: clock.wall() + unlockedMs,
      });
      leases.set(asker, ofAsker);
      tell();
    },
    lock(locked) {
      const asker = who();
      if (drop((of, id) => of === asker && id === locked) > 0) tell();
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
      const closed = drop((_, id) => {
        const profile = profileOf(id);
        return profile === undefined || !teethOf(profile).readOnly;
      });
      if (closed > 0) tell();
    },
    close() {
      leases.clear();
      cancel?.();
      cancel = null;
    },
  };
}
