import { type Classes, classesOf } from '../../../shared/model/environment-class.ts';
import type { EnvironmentClass } from '../../../shared/model/environment-class-schema.ts';
import { type Guarded, touchedBy } from '../../../shared/model/guarded-deed.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';
import type { ProfileDesk } from '../../store/documents/profile-shelf.ts';

/** What keeps deeds from guarded profiles that nobody confirmed. */
export interface Guard {
  /**
   * Throws `read-only` and `confirmation-needed` where the classes of these want more than was `typed` (`locks.ts`).
   */
  readonly requireDeed: (profiles: readonly Profile[], typed: readonly string[]) => void;
  /** All classes that there are where the user's own book has these. */
  readonly classesWith: (own: readonly EnvironmentClass[]) => Classes;
}

/** What administrators say of a class holds, whatever the user's own book says of it. */
export function withManagedClasses(managed: {
  classes(): readonly EnvironmentClass[];
}): Guard['classesWith'] {
  return (own) => classesOf(own, managed.classes());
}

/** The profiles of a desk as they are now, all or those of these ids. */
export function guardedOn(
  desk: ProfileDesk,
  { classesWith }: Pick<Guard, 'classesWith'>,
  ids?: readonly string[],
): Guarded {
  const all = ids?.flatMap((id) => desk.get(id) ?? []) ?? desk.all();
  return { profiles: profilesById(all), classes: classesWith(desk.classes()) };
}

/** The same of all, with the profiles of other shelves, which may be of the same classes. */
export function guardedEverywhere(
  desk: ProfileDesk,
  guard: Pick<Guard, 'classesWith'>,
  elsewhere: readonly Profile[],
): Guarded {
  const own = guardedOn(desk, guard);
  const others = elsewhere.map((profile) => [profile.id, profile] as const);
  return { ...own, profiles: new Map([...own.profiles, ...others]) };
}

export function profilesById(all: readonly ResolvedProfile[]): Guarded['profiles'] {
  return new Map(all.map(({ profile }) => [profile.id, profile]));
}

/** Throws as `Guard.requireDeed` where a deed that made `after` of `before` was not confirmed. */
export function requireConfirmedDeed(
  { requireDeed }: Pick<Guard, 'requireDeed'>,
  before: Guarded,
  after: Guarded,
  typed: readonly (string | undefined)[],
): void {
  requireDeed(
    touchedBy(before, after),
    typed.filter((text) => text !== undefined),
  );
}
