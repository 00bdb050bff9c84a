import { type Classes, isGuarding, losesTeeth, teethOf } from './environment-class.ts';
import { samePlace } from './place.ts';
import type { Profile } from './profile.ts';

/** Profiles as they are, or would be, and the classes that there are then. */
export interface Guarded {
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly classes: Classes;
}

/**
 * The profiles, as they are before it, whose classes ask for something before such a deed is done: those that would be gone, lead elsewhere (host,
 * port, way, user), or be asked for less. Whoever may do that otherwise gets around what guards their proxies.
 */
export function touchedBy(before: Guarded, after: Guarded): readonly Profile[] {
  return [...before.profiles.values()].filter((profile) => {
    const teeth = teethOf(before.classes, profile.environment);
    if (!isGuarding(teeth)) return false;
    const next = after.profiles.get(profile.id);
    return (
      next === undefined ||
      !samePlace(profile, next) ||
      losesTeeth(teeth, teethOf(after.classes, next.environment))
    );
  });
}

/** What is typed before a deed that touches many guarded profiles: the name of the first and their number. */
export function deedApproval(profiles: readonly Pick<Profile, 'name'>[]): string {
  return `${profiles[0]?.name ?? ''} ${profiles.length}`;
}
