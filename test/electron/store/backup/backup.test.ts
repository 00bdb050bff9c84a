import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkBackup } from '../../../../electron/store/backup/check-backup.ts';
import type { Manifest } from '../../../../electron/store/backup/manifest.ts';
import { restoreBackup } from '../../../../electron/store/backup/restore-backup.ts';
import { writeBackup } from '../../../../electron/store/backup/write-backup.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { holdPresence } from '../../../../electron/store/files/presence.ts';
import { createEventLog } from '../../../../electron/store/logs/events.ts';
import { openVaults } from '../../../../electron/store/secrets/vaults.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWriter } from '../writer-process.ts';

const profile = '8d0bd2c1-1f6b-4f7e-9a53-64d7d27c9c01';

/** A data directory with a database that has so many events, closed unless told. */
function keeping(events: number) {
  const home = temporaryDirectory();
  const directory = join(home, 'data');
  mkdirSync(directory, { mode: 0o700 });
  const opened = openDatabase(directory);
  const log = createEventLog(opened.database);
  const add = (count: number) => {
    log.add(
      Array.from({ length: count }, (_, index) => ({
        profileId: profile,
        profileName: 'a',
        at: index,
        kind: 'restarted' as const,
        detail: { restarts: index },
      })),
    );
  };
  add(events);
  return { home, directory, add, target: join(home, 'backup'), close: opened.close };
}

function countEvents(directory: string): number {
  const { database, close } = openDatabase(directory);
  const { count } = database.prepare('SELECT count(*) AS count FROM event').get() ?? {};
  close();
  return Number(count);
}

const refused = (reason: string, more: object = {}) =>
  expect.objectContaining({
    code: 'backup-refused',
    detail: expect.objectContaining({ case: reason, ...more }),
  });

describe('a backup', () => {
  it('is of one moment while the database is in use, with all its files, for its owner only', async () => {
    const { directory, target, add, close } = keeping(50);
    writeFileSync(join(directory, 'profiles.json'), 'profiles');
    writeFileSync(join(directory, 'vault-agreed.json'), 'a program that may be run');
    writeFileSync(join(directory, 'backup.json'), 'of another');
    for (const passing of ['profiles.json.lock', 'profiles.json.123.tmp', 'Cookies'])
      writeFileSync(join(directory, passing), '');
    mkdirSync(join(directory, 'chromium'));
    const { files } = await writeBackup(directory, target);
    add(7);
    close();
    expect(files.map(({ name }) => name)).toEqual(['profiles.json', 'console.db']);
    await expect(checkBackup(target)).resolves.toMatchObject({ files });
    for (const name of ['', 'profiles.json', 'console.db', 'backup.json'])
      expect(statSync(join(target, name)).mode & 0o077).toBe(0);
    expect(readdirSync(target).sort()).toEqual(['backup.json', 'console.db', 'profiles.json']);

    const { kept } = await restoreBackup(target, directory);
    expect(countEvents(directory)).toBe(50);
    expect(countEvents(kept ?? '')).toBe(57);
    expect(readFileSync(join(directory, 'profiles.json'), 'utf8')).toBe('profiles');
  });

  it('has a whole document while another process saves', async () => {
    const { directory, target, close } = keeping(1);
    close();
    const writer = startWriter(directory, 'p', 60);
    for (const at of [5, 20, 40]) {
      await writer.reach(at);
      const begun = writer.saved.length;
      rmSync(target, { recursive: true, force: true });
      await writeBackup(directory, target);
      const { store } = await openProfiles(target, () => expect.unreachable('a notice'));
      expect(store.book().profiles.length).toBeGreaterThanOrEqual(begun);
      store.close();
    }
    await writer.ended;
  });

  it('has what the user linked to, and not the link', async () => {
    const { home, directory, target, close } = keeping(1);
    close();
    writeFileSync(join(home, 'elsewhere'), 'mine');
    symlinkSync(join(home, 'elsewhere'), join(directory, 'preferences.json'));
    await writeBackup(directory, target);
    rmSync(join(home, 'elsewhere'));
    expect(readFileSync(join(target, 'preferences.json'), 'utf8')).toBe('mine');
  });

  it('is written over nothing, not into what it is of, and leaves nothing where it cannot be whole', async () => {
    const { home, directory, target, close } = keeping(1);
    close();
    await expect(writeBackup(directory, join(directory, 'x'))).rejects.toEqual(refused('inside'));
    mkdirSync(target);
    await expect(writeBackup(directory, target)).rejects.toEqual(refused('exists'));
    rmSync(target, { recursive: true });
    mkdirSync(join(directory, 'profiles.json'));
    const failed = (reason: string) => ({ code: 'storage-failed', detail: { reason } });
    await expect(writeBackup(directory, target)).rejects.toMatchObject(failed('is-directory'));
    rmSync(join(directory, 'profiles.json'), { recursive: true });
    execFileSync('mkfifo', [join(directory, 'profiles.json')]);
    await expect(writeBackup(directory, target)).rejects.toMatchObject(failed('is-pipe'));
    rmSync(join(directory, 'profiles.json'));
    const stopped = AbortSignal.abort();
    await expect(writeBackup(directory, target, stopped)).rejects.toMatchObject({
      code: 'cancelled',
    });
    writeFileSync(join(directory, 'console.db'), 'no database');
    await expect(writeBackup(directory, target)).rejects.toEqual(refused('source-damaged'));
    rmSync(join(directory, 'console.db'));
    for (const name of readdirSync(directory)) rmSync(join(directory, name));
    await expect(writeBackup(directory, target)).rejects.toEqual(refused('nothing'));
    expect(readdirSync(home)).toEqual(['data']);
  });
});

function changeManifest(target: string, change: (manifest: Manifest) => Manifest): void {
  const path = join(target, 'backup.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  writeFileSync(path, JSON.stringify(change(manifest)));
}

/** Has the manifest call the file of the profiles so. */
function renameIn(target: string, name: string): void {
  changeManifest(target, (manifest) => ({
    ...manifest,
    files: manifest.files.map((file) => (file.name === 'profiles.json' ? { ...file, name } : file)),
  }));
}

describe('putting a backup back', () => {
  it('has no program run for passwords before somebody agrees, whoever wrote the backup', async () => {
    const { home, directory, target, close } = keeping(1);
    close();
    const asked = { arguments: ['echo', 'a'], timeoutSeconds: 300, cacheMinutes: 0 };
    const logFault = (what: string) => expect.unreachable(what);
    const before = await openVaults({ directory, logFault });
    await before.choose({ kind: 'command', command: asked });
    before.close();
    await writeBackup(directory, target);
    changeManifest(target, (manifest) => ({
      ...manifest,
      files: manifest.files.filter(({ name }) => name !== 'console.db'),
    }));
    const fresh = join(home, 'fresh');
    mkdirSync(fresh, { mode: 0o700 });
    await restoreBackup(target, fresh);
    const after = await openVaults({ directory: fresh, logFault });
    onTestFinished(after.close);
    expect(after.inForce()).toMatchObject({ kind: 'command', command: asked, agreed: false });
  });

  it('is refused while anybody has the database open, and changes nothing', async () => {
    const { directory, target, add, close } = keeping(3);
    await writeBackup(directory, target);
    await expect(restoreBackup(target, directory)).rejects.toEqual(refused('in-use'));
    add(1);
    close();
    expect(countEvents(directory)).toBe(4);
  });

  it('is refused while a console runs there whose database is damaged or gone', async () => {
    const { directory, target, close } = keeping(3);
    close();
    await writeBackup(directory, target);
    const { end } = holdPresence(directory);
    writeFileSync(join(directory, 'console.db'), 'no database');
    await expect(restoreBackup(target, directory)).rejects.toEqual(refused('in-use'));
    end();
    await restoreBackup(target, directory);
    expect(countEvents(directory)).toBe(3);
  });

  it('is done also where the database of now is damaged, or nothing is there', async () => {
    const { home, directory, target, close } = keeping(3);
    close();
    await writeBackup(directory, target);
    writeFileSync(join(directory, 'console.db'), 'no database');
    await restoreBackup(target, directory);
    expect(countEvents(directory)).toBe(3);
    const fresh = join(home, 'fresh');
    mkdirSync(fresh);
    await expect(restoreBackup(target, fresh)).resolves.toMatchObject({ kept: null });
    expect(countEvents(fresh)).toBe(3);
  });

  const damages: readonly [string, (target: string) => void, object][] = [
    ['a byte more', (t) => writeFileSync(join(t, 'profiles.json'), 'changed'), { case: 'damaged' }],
    ['a file that is gone', (t) => rmSync(join(t, 'console.db')), { case: 'damaged' }],
    ['no manifest', (t) => rmSync(join(t, 'backup.json')), { case: 'none' }],
    [
      'a manifest that is none',
      (t) => writeFileSync(join(t, 'backup.json'), '{'),
      {
        case: 'damaged',
        file: 'backup.json',
      },
    ],
    [
      'one of a newer release',
      (t) =>
        writeFileSync(
          join(t, 'backup.json'),
          JSON.stringify({ format: 'spcp-console-backup', version: 9 }),
        ),
      { case: 'newer', version: 9 },
    ],
    [
      'a name that leads out of it',
      (t) => renameIn(t, '../profiles.json'),
      { case: 'damaged', file: 'backup.json' },
    ],
    [
      'nothing in it',
      (t) => changeManifest(t, (manifest) => ({ ...manifest, files: [] })),
      { case: 'damaged', file: 'backup.json' },
    ],
    [
      'a time that no calendar has',
      (t) => changeManifest(t, (manifest) => ({ ...manifest, savedAt: 9e15 })),
      { case: 'damaged', file: 'backup.json' },
    ],
    [
      'a file that is named twice',
      (t) =>
        changeManifest(t, (manifest) => ({
          ...manifest,
          files: [...manifest.files, ...manifest.files],
        })),
      { case: 'damaged', file: 'backup.json' },
    ],
    [
      'a file that is far longer than was noted',
      (t) => truncateSync(join(t, 'profiles.json'), 2 ** 34),
      { case: 'damaged', file: 'profiles.json' },
    ],
    [
      'a pipe in the place of a file',
      (t) => {
        rmSync(join(t, 'profiles.json'));
        execFileSync('mkfifo', [join(t, 'profiles.json')]);
      },
      { case: 'chosen', reason: 'is-pipe' },
    ],
    [
      'an agreement that nobody gave here',
      (t) => renameIn(t, 'vault-agreed.json'),
      { case: 'damaged', file: 'backup.json' },
    ],
  ];
  it.each(damages)('is refused for %s, and leaves all as it was', async (_what, damage, detail) => {
    const { home, directory, target, close } = keeping(3);
    writeFileSync(join(directory, 'profiles.json'), 'profiles');
    close();
    await writeBackup(directory, target);
    damage(target);
    const error = { detail };
    await expect(restoreBackup(target, directory)).rejects.toMatchObject(error);
    await expect(checkBackup(target)).rejects.toMatchObject(error);
    expect(countEvents(directory)).toBe(3);
    expect(readdirSync(home).sort()).toEqual(['backup', 'data']);
    expect(existsSync(join(home, 'profiles.json'))).toBe(false);
  });
});
