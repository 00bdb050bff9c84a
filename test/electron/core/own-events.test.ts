import { describe, expect, it } from 'vitest';
import { eventsOfProfiles } from '../../../electron/core/own-events.ts';
import { compareProfiles } from '../../../electron/core/roster/roster-change.ts';
import { onlyUsualClasses } from '../../../shared/model/environment-class.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';
import { settingNames } from '../../../shared/model/profile-words.ts';
import type { ResolvedProfile } from '../../../shared/model/resolve-profile.ts';

const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
const madrid = profileSchema.parse({ id, name: 'Madrid', host: 'a.example', user: 'ana' });

const sources = Object.fromEntries(
  settingNames.map((name) => [name, { kind: 'own' }]),
) as ResolvedProfile['sources'];

const ana = { case: 'here', who: 'ana', shell: 'web' } as const;

function events(before: Profile[], after: Profile[], passwordChanged: string[] = [], here = true) {
  const resolved = (profile: Profile) => ({ profile, sources });
  const change = compareProfiles(before.map(resolved), after.map(resolved), passwordChanged, here);
  return change === null ? [] : eventsOfProfiles(change, 5, onlyUsualClasses, ana);
}

describe('the event of an edit', () => {
  it('says what was edited, from what to what', () => {
    const after: Profile = { ...madrid, environment: 'production', pollSeconds: 5 };
    const [event, ...others] = events([madrid], [after]);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ at: 5, kind: 'profile-edited', profileName: 'Madrid' });
    expect(event?.detail).toEqual({
      changes: [
        { field: 'environment', from: 'development', to: 'production' },
        { field: 'pollSeconds', from: 1, to: 5 },
      ],
      passwordChanged: false,
      by: ana,
      folder: '',
    });
  });

  it('says that there is another password, also where nothing else was edited', () => {
    expect(events([madrid], [madrid], [id])).toMatchObject([
      { kind: 'profile-edited', detail: { passwordChanged: true } },
    ]);
    const after = { ...madrid, host: 'b.example' };
    expect(events([madrid], [after], [id])).toEqual([
      {
        at: 5,
        profileId: id,
        profileName: 'Madrid',
        kind: 'profile-edited',
        detail: {
          changes: [{ field: 'host', from: 'a.example', to: 'b.example' }],
          passwordChanged: true,
          by: ana,
          folder: '',
        },
      },
    ]);
  });
});

describe('whose hand it was', () => {
  const filed = { ...madrid, folder: 'Europe/Spain' };
  const detail = { by: ana, folder: 'Europe/Spain' };

  it('is said of this console with the user and the shell, and where the profile lies', () => {
    expect(events([], [filed])).toMatchObject([{ detail }]);
    expect(events([filed], [])).toMatchObject([{ detail }]);
    expect(events([madrid], [filed])).toMatchObject([{ detail }]);
  });

  it('is not taken for that of this console where another program wrote the file', () => {
    const [event] = events([madrid], [filed], [], false);
    expect(event?.detail).toMatchObject({ by: { case: 'elsewhere' }, folder: 'Europe/Spain' });
  });
});

describe('the event of a profile that is added or removed', () => {
  it('is one, with a password or without', () => {
    expect(events([], [madrid], [id])).toMatchObject([{ kind: 'profile-added', detail: {} }]);
    expect(events([madrid], [])).toMatchObject([{ kind: 'profile-removed' }]);
    expect(events([madrid], [madrid])).toEqual([]);
  });
});
