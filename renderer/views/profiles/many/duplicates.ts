import type { CallInput, ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { nameKey } from '../../../../shared/model/name.ts';
import { settingNames } from '../../../../shared/model/stored-profile.ts';

/** So much of a name is kept, so that there is room for a number behind it. */
const keptOfName = 72;

/** A profile like each of these, with the first number behind its name that nobody has. What their folders say is said for the new ones, too. */
export function duplicatesOf(
  profiles: readonly ProfileEntry[],
  all: readonly Pick<ProfileEntry, 'name'>[],
): CallInput<'profiles.saveMany'>['edits'] {
  const taken = new Set(all.map(({ name }) => nameKey(name)));
  return profiles.map((profile) => {
    const name = freeName(profile.name, taken);
    taken.add(nameKey(name));
    const own = settingNames.filter((setting) => profile.sources[setting] === 'own');
    return { draft: { ...profile, name }, own };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  const base = [...name.replace(/ \d+$/, '')].slice(0, keptOfName).join('').trim();
  for (let n = 2; ; n++) {
    const candidate = `${base} ${n}`;
    if (!taken.has(nameKey(candidate))) return candidate;
  }
}
