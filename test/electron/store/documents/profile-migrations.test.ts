import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { draftOf } from '../profile-drafts.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Opens a file of version 1 with one profile that has these fields. */
async function openedFrom(fields: Record<string, unknown>) {
  const directory = temporaryDirectory();
  const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
  const content = { version: 1, savedAt: 1, profiles: [{ ...draftOf('Madrid'), id, ...fields }] };
  writeFileSync(join(directory, 'profiles.json'), JSON.stringify(content));
  const { store, notices } = await openProfiles(directory);
  return { store, notices, id, directory };
}

describe('a profile of version 1', () => {
  it.each([
    [{ host: '192.0.2.7:9091' }, { host: '192.0.2.7', port: 9091 }],
    [{ host: '2001:DB8:0::7' }, { host: '2001:db8::7', port: 9090 }],
    [{ host: 'proxy.example.' }, { host: 'proxy.example' }],
    [{ host: '192.0.2' }, { host: '192.0.0.2' }],
    [{ name: 'a\u202eb\u200b' }, { name: 'a<U+202E>b<U+200B>' }],
    [{ name: 'Ma\u0301laga\u00a01' }, { name: 'Málaga 1' }],
    [{ name: '\u202e'.repeat(80) }, { name: '<U+202E>'.repeat(10) }],
    [{ folder: '/Europe// Spain\u200b/' }, { folder: 'Europe/Spain<U+200B>' }],
  ])('with %j is kept as %j', async (before, after) => {
    const { store, notices } = await openedFrom(before);
    expect(notices).toEqual([]);
    expect(store.list()).toMatchObject([after]);
  });

  it('is said to be lost where its host never was one, and its file is set aside', async () => {
    const { store, notices } = await openedFrom({ host: ':' });
    expect(store.list()).toEqual([]);
    expect(notices).toMatchObject([{ code: 'profiles-damaged', detail: { lost: 1 } }]);
  });

  it('has of its own what is not as usual, and lies in a folder of its path', async () => {
    const { store, id } = await openedFrom({ folder: 'Europe/Spain', port: 9091, pollSeconds: 1 });
    const [europe, spain] = store.folders();
    expect(europe).toMatchObject({ name: 'Europe', parentId: null, settings: {} });
    expect(spain).toMatchObject({ name: 'Spain', parentId: europe?.id, settings: {} });
    expect(store.get(id)).toEqual({
      ...draftOf('Madrid', { folder: 'Europe/Spain', port: 9091 }),
      id,
    });
    const sources = Object.entries(store.resolved(id)?.sources ?? {});
    expect(sources.filter(([, { kind }]) => kind === 'own').map(([name]) => name)).toEqual([
      'port',
      'user',
    ]);
  });

  it('is of the version in force once it is saved', async () => {
    const { store, id, directory } = await openedFrom({ host: '192.0.2.7:9091' });
    await store.update(id, () => ({ ...draftOf('Lima'), host: '192.0.2.8' }));
    const saved = JSON.parse(readFileSync(join(directory, 'profiles.json'), 'utf8'));
    expect(saved).toMatchObject({ version: 4, profiles: [{ name: 'Lima', host: '192.0.2.8' }] });
  });
});

describe('a file of version 3', () => {
  it('has the usual classes only', async () => {
    const directory = temporaryDirectory();
    const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';
    const settings = { user: 'ana', environment: 'staging' };
    const profile = { id, name: 'Madrid', host: 'a.example', folderId: null, settings };
    const content = { version: 3, savedAt: 1, profiles: [profile], folders: [] };
    writeFileSync(join(directory, 'profiles.json'), JSON.stringify(content));
    const { store, notices } = await openProfiles(directory);
    expect(notices).toEqual([]);
    expect(store.classes()).toEqual([]);
    expect(store.get(id)?.environment).toBe('staging');
    store.close();
  });
});
