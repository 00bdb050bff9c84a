import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import type { Notice } from '../../../../shared/model/app-info.ts';
import { keptOf } from '../../../support/facts.ts';
import { draftOf } from '../profile-drafts.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** A directory with two saved profiles, and no store open. */
async function twoProfiles() {
  const directory = temporaryDirectory();
  const { store } = await openProfiles(directory);
  const madrid = await store.add(draftOf('Madrid'));
  const lima = await store.add(draftOf('Lima'));
  store.close();
  const file = join(directory, 'profiles.json');
  const { savedAt } = JSON.parse(readFileSync(file, 'utf8'));
  return { directory, file, madrid, lima, savedAt };
}

function removeCopies(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (name.endsWith('.copy')) rmSync(join(directory, name));
  }
}

const damages: readonly (readonly [string, (text: string) => string])[] = [
  ['cut off in the middle', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['full of NUL bytes', (text) => '\0'.repeat(text.length)],
  ['another kind of JSON', () => '[1, 2, 3]'],
  ['without a version', (text) => text.replace('"version"', '"wersion"')],
  ['without profiles', (text) => text.replace('"profiles"', '"files"')],
];

describe('a damaged profile file', () => {
  it.each(damages)(
    'that is %s is set aside, and the last good copy restored',
    async (_, damage) => {
      const { directory, file, madrid, lima, savedAt } = await twoProfiles();
      const damaged = damage(readFileSync(file, 'utf8'));
      writeFileSync(file, damaged);
      const { store, notices } = await openProfiles(directory);
      expect(store.list()).toEqual([madrid, lima]);
      expect(notices).toMatchObject([
        { code: 'profiles-restored', detail: { file: 'profiles.json', restoredFrom: savedAt } },
      ]);
      const kept = keptOf(notices[0]);
      expect(readFileSync(join(directory, kept), 'utf8')).toBe(damaged);
      store.close();
      const again = await openProfiles(directory);
      expect(again.notices).toEqual([]);
      expect(again.store.list()).toEqual([madrid, lima]);
    },
  );

  it('is restored from an older copy where the newest is damaged too', async () => {
    const { directory, file, madrid } = await twoProfiles();
    const copies = readdirSync(directory).filter((name) => name.endsWith('.copy'));
    writeFileSync(join(directory, copies.sort().at(-1) ?? ''), 'x');
    writeFileSync(file, 'x');
    const { store, notices } = await openProfiles(directory);
    expect(store.list()).toEqual([madrid]);
    expect(notices).toMatchObject([{ code: 'profiles-restored' }]);
  });

  it('without any good copy is set aside and said to be lost, and new profiles can be saved', async () => {
    const { directory, file } = await twoProfiles();
    removeCopies(directory);
    writeFileSync(file, 'not JSON');
    const { store, notices } = await openProfiles(directory);
    expect(store.list()).toEqual([]);
    expect(notices).toMatchObject([{ code: 'profiles-damaged', detail: { case: 'whole' } }]);
    expect(readFileSync(join(directory, keptOf(notices[0])), 'utf8')).toBe('not JSON');
    const rome = await store.add(draftOf('Rome'));
    expect((await openProfiles(directory)).store.list()).toEqual([rome]);
  });

  it('that was set aside is never replaced by the next one', async () => {
    const { directory, file } = await twoProfiles();
    for (const text of ['first', 'second', 'third']) {
      writeFileSync(file, text);
      (await openProfiles(directory)).store.close();
    }
    const kept = readdirSync(directory).filter((name) => name.includes('.damaged'));
    const texts = kept.map((name) => readFileSync(join(directory, name), 'utf8'));
    expect(texts.sort()).toEqual(['first', 'second', 'third']);
  });

  it('that is gone is restored from its copy', async () => {
    const { directory, file, madrid, lima } = await twoProfiles();
    rmSync(file);
    const { store, notices } = await openProfiles(directory);
    expect(store.list()).toEqual([madrid, lima]);
    expect(notices).toMatchObject([{ code: 'profiles-restored', detail: { kept: null } }]);
  });

  it('is restored when it is damaged under a running store, and the change that finds it is made', async () => {
    const { directory, file, madrid, lima } = await twoProfiles();
    const told: Notice[] = [];
    const { store } = await openProfiles(directory, (notice) => told.push(notice));
    writeFileSync(file, '{');
    const rome = await store.add(draftOf('Rome'));
    expect(store.list()).toEqual([madrid, lima, rome]);
    expect(told).toMatchObject([{ code: 'profiles-restored' }]);
    store.close();
    expect((await openProfiles(directory)).store.list()).toEqual([madrid, lima, rome]);
  });
});

describe('a profile file with one bad profile', () => {
  it('keeps the others, and takes the bad one from the copy', async () => {
    const { directory, file, madrid, lima } = await twoProfiles();
    writeFileSync(file, readFileSync(file, 'utf8').replace('"user": "operator"', '"user": 7'));
    const { store, notices } = await openProfiles(directory);
    expect(new Set(store.list())).toEqual(new Set([lima, madrid]));
    expect(notices).toMatchObject([{ code: 'profiles-damaged', detail: { lost: 1, mended: 1 } }]);
  });

  it('keeps the others also without a copy, and the file as it was', async () => {
    const { directory, file, lima } = await twoProfiles();
    removeCopies(directory);
    const text = readFileSync(file, 'utf8').replace('"user": "operator"', '"user": 7');
    writeFileSync(file, text);
    const { store, notices } = await openProfiles(directory);
    expect(store.list()).toEqual([lima]);
    expect(notices).toMatchObject([{ code: 'profiles-damaged', detail: { lost: 1, mended: 0 } }]);
    expect(readFileSync(join(directory, keptOf(notices[0])), 'utf8')).toBe(text);
  });

  it('keeps the first of two with the same id', async () => {
    const { directory, file, madrid, lima } = await twoProfiles();
    writeFileSync(file, readFileSync(file, 'utf8').replace(lima.id, madrid.id));
    removeCopies(directory);
    const { store, notices } = await openProfiles(directory);
    expect(store.list()).toEqual([madrid]);
    expect(notices).toMatchObject([{ code: 'profiles-damaged' }]);
  });
});

describe('a profile file of a newer release', () => {
  it('is not touched, and changes are refused', async () => {
    const { directory, file } = await twoProfiles();
    const text = readFileSync(file, 'utf8').replace('"version": 4', '"version": 5');
    writeFileSync(file, text);
    const { store, notices } = await openProfiles(directory);
    expect(notices).toMatchObject([{ code: 'file-newer', detail: { version: 5 } }]);
    await expect(store.add(draftOf('Rome'))).rejects.toMatchObject({
      code: 'storage-failed',
      detail: { case: 'newer', version: 5 },
    });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(store.list()).toEqual([]);
  });
});

describe('a profile whose folder is lost', () => {
  /** A directory in which a production folder holds a profile, and what its file says. */
  async function inFolder() {
    const directory = temporaryDirectory();
    const { store } = await openProfiles(directory);
    const draft = { parentId: null, colour: 'none', kept: true } as const;
    await store.change((desk) =>
      desk.putFolder(undefined, { ...draft, name: 'EU', settings: { environment: 'production' } }),
    );
    const madrid = await store.add(draftOf('Madrid', { folder: 'EU', environment: 'production' }));
    store.close();
    const file = join(directory, 'profiles.json');
    return { directory, file, madrid, content: JSON.parse(readFileSync(file, 'utf8')) };
  }

  it('has it back from a copy', async () => {
    const { directory, file, madrid, content } = await inFolder();
    writeFileSync(file, JSON.stringify({ ...content, folders: [] }));
    const { store, notices } = await openProfiles(directory);
    expect(store.list()).toEqual([madrid]);
    expect(notices).toMatchObject([{ code: 'profiles-damaged', detail: { lost: 1, mended: 1 } }]);
  });

  it.each([
    ['not there', () => []],
    ['in itself', (folder: { id: string }) => [{ ...folder, parentId: folder.id }]],
  ])(
    'that is %s counts as of production, says so once, and lies at the top',
    async (_, folders) => {
      const { directory, file, madrid, content } = await inFolder();
      removeCopies(directory);
      const damaged = { ...content, folders: folders(content.folders[0]) };
      writeFileSync(file, JSON.stringify(damaged));
      const { store, notices } = await openProfiles(directory);
      expect(notices).toMatchObject([{ code: 'profiles-damaged', detail: { mended: 0 } }]);
      expect(store.list()).toEqual([{ ...madrid, folder: '' }]);
      store.close();
      expect((await openProfiles(directory)).notices).toEqual([]);
    },
  );
});
