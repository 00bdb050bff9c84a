import {
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { keptOf } from '../../../support/facts.ts';
import { draftOf } from '../profile-drafts.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** A data directory whose file the user keeps elsewhere, among other settings. */
function linked(file: string) {
  const [directory, elsewhere] = [temporaryDirectory(), temporaryDirectory()];
  const link = join(directory, file);
  const target = join(elsewhere, `my-${file}`);
  return {
    directory,
    elsewhere,
    link,
    target,
    move() {
      renameSync(link, target);
      symlinkSync(target, link);
    },
  };
}

async function linkedProfiles() {
  const place = linked('profiles.json');
  const { store } = await openProfiles(place.directory);
  const madrid = await store.add(draftOf('Madrid'));
  store.close();
  place.move();
  return { ...place, madrid };
}

describe.runIf(process.platform !== 'win32')('profiles that the user linked elsewhere', () => {
  it('stay a link after a save, and are replaced where they lie', async () => {
    const { directory, elsewhere, link, target, madrid } = await linkedProfiles();
    const inode = lstatSync(target).ino;
    const { store, notices } = await openProfiles(directory);
    expect(notices).toEqual([]);
    const lima = await store.add(draftOf('Lima'));
    store.close();
    expect(readlinkSync(link)).toBe(target);
    expect(lstatSync(target).ino).not.toBe(inode);
    expect(readdirSync(elsewhere)).toEqual(['my-profiles.json']);
    expect((await openProfiles(directory)).store.list()).toEqual([madrid, lima]);
  });

  it('are not written through to what is no profile file: the link is set aside', async () => {
    const { directory, link, target, madrid } = await linkedProfiles();
    writeFileSync(target, 'precious');
    const { store, notices } = await openProfiles(directory);
    expect(store.list()).toEqual([madrid]);
    await store.add(draftOf('Lima'));
    expect(readFileSync(target, 'utf8')).toBe('precious');
    expect(readlinkSync(join(directory, keptOf(notices[0])))).toBe(target);
    expect(lstatSync(link).isFile()).toBe(true);
    store.close();
  });

  it('whose disk is away are not taken for lost, and served again when it is back', async () => {
    const { directory, link, target, madrid } = await linkedProfiles();
    renameSync(target, `${target}.away`);
    const settled: string[] = [];
    const { store, notices } = await openProfiles(directory, undefined, (id) => settled.push(id));
    expect(notices).toMatchObject([
      { code: 'storage-failed', detail: { reason: 'dangling-link' } },
    ]);
    await expect(store.add(draftOf('Lima'))).rejects.toMatchObject({ code: 'storage-failed' });
    renameSync(`${target}.away`, target);
    await store.add(draftOf('Lima'));
    expect(store.list()).toMatchObject([madrid, { name: 'Lima' }]);
    expect(settled).toEqual([notices[0]?.id]);
    expect(readlinkSync(link)).toBe(target);
    store.close();
  });
});

describe.runIf(process.platform !== 'win32')('a database that the user linked elsewhere', () => {
  it('is opened there', () => {
    const place = linked('console.db');
    openDatabase(place.directory).close();
    place.move();
    const { notices, database, close } = openDatabase(place.directory);
    expect(notices).toEqual([]);
    expect(database.location()).toBe(place.target);
    close();
    expect(readlinkSync(place.link)).toBe(place.target);
  });

  it('is left there as it is where it is none of ours: the link is set aside', () => {
    const place = linked('console.db');
    const other = new DatabaseSync(place.target);
    other.exec('CREATE TABLE note (text)');
    other.close();
    symlinkSync(place.target, place.link);
    const before = readFileSync(place.target);
    const { notices, database, close } = openDatabase(place.directory);
    expect(notices).toMatchObject([{ code: 'history-foreign' }]);
    expect(database.location()).toBe(place.link);
    close();
    expect(readFileSync(place.target)).toEqual(before);
    expect(readlinkSync(join(place.directory, keptOf(notices[0])))).toBe(place.target);
    expect(readdirSync(place.elsewhere)).toEqual(['my-console.db']);
  });
});
