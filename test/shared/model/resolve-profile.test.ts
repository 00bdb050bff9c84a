import { describe, expect, it } from 'vitest';
import { folderPath, foldersById, resolveProfile } from '../../../shared/model/resolve-profile.ts';
import {
  type OwnSettings,
  type ProfileFolder,
  storedProfileSchema,
} from '../../../shared/model/stored-profile.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function folder(n: number, parent: number | null, settings: OwnSettings = {}): ProfileFolder {
  return {
    id: id(n),
    name: `f${n}`,
    parentId: parent === null ? null : id(parent),
    colour: 'none',
    kept: false,
    settings,
  };
}

function resolved(settings: OwnSettings, inFolder: number | null, folders: ProfileFolder[]) {
  const folderId = inFolder === null ? null : id(inFolder);
  const said = { id: id(99), name: 'Madrid', host: 'proxy.example', folderId, settings };
  const stored = storedProfileSchema.parse(said);
  return resolveProfile(stored, foldersById(folders));
}

describe('what holds for a profile', () => {
  it('is as usual where nobody says otherwise', () => {
    const found = resolved({ user: 'admin' }, null, []);
    expect(found?.profile).toMatchObject({ user: 'admin', port: 9090, folder: '' });
    expect(found?.sources.port).toEqual({ kind: 'usual' });
    expect(found?.sources.user).toEqual({ kind: 'own' });
  });

  it('is what the nearest folder says, and before it what the profile says itself', () => {
    const folders = [
      folder(1, null, { user: 'outer', port: 1, pollSeconds: 5 }),
      folder(2, 1, { port: 2 }),
    ];
    const found = resolved({ pollSeconds: 9 }, 2, folders);
    expect(found?.profile).toMatchObject({ user: 'outer', port: 2, pollSeconds: 9 });
    expect(found?.profile.folder).toBe('f1/f2');
    expect(found?.sources).toMatchObject({
      user: { kind: 'folder', id: id(1) },
      port: { kind: 'folder', id: id(2) },
      pollSeconds: { kind: 'own' },
      udpPort: { kind: 'usual' },
    });
  });

  it('is its own also where that is the usual value', () => {
    const found = resolved({ user: 'a', port: 9090 }, 1, [folder(1, null, { port: 7 })]);
    expect(found?.profile.port).toBe(9090);
    expect(found?.sources.port).toEqual({ kind: 'own' });
  });

  it('is nothing where nobody says who logs in', () => {
    expect(resolved({}, null, [])).toBeNull();
  });

  it('ends where folders lie in each other, or are not there', () => {
    const circle = foldersById([folder(1, 2), folder(2, 1)]);
    expect(folderPath(id(1), circle)).toBe('f2/f1');
    expect(folderPath(id(7), circle)).toBe('');
    expect(resolved({ user: 'a' }, 7, [])?.profile.folder).toBe('');
  });
});
