import { AppError } from '../../../shared/errors.ts';
import { isSameName } from '../../../shared/model/name.ts';
import type { Profile } from '../../../shared/model/profile.ts';

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
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name} ${n}`;
    if (!profiles.some((other) => isSameName(other.name, candidate))) return candidate;
  }
}
