import type { CallInput, ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { createFreeNames, withNumber } from '../../../../shared/model/free-name.ts';
import { nameKey } from '../../../../shared/model/name.ts';
import { settingNames } from '../../../../shared/model/profile-words.ts';

/** A profile like each of these, with the first number behind its name that nobody has. What their folders say is said for the new ones, too. */
export function duplicatesOf(
  profiles: readonly ProfileEntry[],
  all: readonly Pick<ProfileEntry, 'name'>[],
): CallInput<'profiles.saveMany'>['edits'] {
  const taken = new Set(all.map(({ name }) => nameKey(name)));
  const freeNames = createFreeNames();
  return profiles.map((profile) => {
    const base = profile.name.replace(/ \d+$/, '');
    const name = freeNames.first(
      base,
      (n) => withNumber(base, n + 2),
      (key) => taken.has(key),
    );
    taken.add(nameKey(name));
    const own = settingNames.filter((setting) => profile.sources[setting] === 'own');
    return { draft: { ...profile, name }, own };
  });
}
