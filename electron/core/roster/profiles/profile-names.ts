import { AppError } from '../../../../shared/errors.ts';
import { createFreeNames, withNumber } from '../../../../shared/model/free-name.ts';
import { isSameName, nameKey } from '../../../../shared/model/name.ts';
import type { Profile } from '../../../../shared/model/profile.ts';

type Profiles = readonly Pick<Profile, 'id' | 'name'>[];

/** Throws `invalid-input` (detail.field `name`) where another profile than `exceptId` has the name. */
export function requireFreeName(
  profiles: Profiles,
  name: string,
  exceptId: string | undefined,
): void {
  const taken = profiles.find((other) => isSameName(other.name, name) && other.id !== exceptId);
  if (taken === undefined) return;
  throw new AppError('invalid-input', {
    case: 'taken',
    field: 'name',
    reason: 'taken',
    name: taken.name,
  });
}

/** The name, with the first number behind it that makes it different from all others where that is needed. */
export function freeName(profiles: Profiles, name: string): string {
  const taken = new Set(profiles.map((profile) => nameKey(profile.name)));
  return createFreeNames().first(
    name,
    (n) => (n === 0 ? name : withNumber(name, n + 1)),
    (key) => taken.has(key),
  );
}
