import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { settingNames } from '../../../shared/model/profile-words.ts';
import { inheritedFrom } from './folders/folder-passwords.ts';
import { hasStockCredentials, type ProfileHome } from './profiles/profile-home.ts';

/** A profile as the renderer sees it. */
export function entryOf(
  home: ProfileHome,
  profile: Profile,
  { demo = false, managed }: Partial<Pick<ProfileEntry, 'demo' | 'managed'>>,
): ProfileEntry {
  return {
    ...profile,
    sources: sourcesOf(home, profile.id),
    savedPassword: home.vault.state(profile.id, profile),
    ...passwordFrom(home, profile.id),
    stockCredentials: hasStockCredentials(home, profile),
    demo,
    ...(managed === undefined ? {} : { managed }),
  };
}

function passwordFrom({ profiles, vault }: ProfileHome, id: string): { passwordFrom?: string } {
  const resolved = profiles.resolved(id);
  const from = resolved === undefined ? null : inheritedFrom(vault, resolved);
  return from === null ? {} : { passwordFrom: from };
}

function sourcesOf({ profiles }: ProfileHome, id: string): ProfileEntry['sources'] {
  const sources = profiles.resolved(id)?.sources;
  const said = settingNames.flatMap((name) => {
    const source = sources?.[name];
    if (source === undefined || source.kind === 'usual') return [];
    return [[name, source.kind === 'own' ? 'own' : source.id] as const];
  });
  return Object.fromEntries(said);
}
