import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { openProfiles } from '../../../electron/store/documents/profiles.ts';
import { openDataDirectory } from '../../../electron/store/files/data-directory.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { openKeychainVault } from '../../../electron/store/secrets/keychain-vault.ts';
import { auditEntry } from './audit-entry.ts';
import { draftOf } from './profile-drafts.ts';
import { smallDisk } from './small-disk.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** Name and content of each file that holds something. */
function contents(directory: string): Record<string, string> {
  const names = readdirSync(directory).filter((name) => !name.startsWith('filler'));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(directory, name), 'latin1')]),
  );
}

describe('a full disk', () => {
  it('refuses a change with what to do, and leaves memory and files as they were', async ({
    skip,
  }) => {
    const disk = smallDisk(256);
    if ('skip' in disk) return skip(disk.skip);
    const { store } = await openProfiles(disk.directory);
    const madrid = await store.add(draftOf('Madrid'));
    disk.fill();
    const before = contents(disk.directory);
    const full = {
      code: 'storage-full',
      message: expect.stringContaining('Free some space'),
    };
    await expect(store.add(draftOf('Lima'))).rejects.toMatchObject(full);
    await expect(store.update(madrid.id, () => draftOf('Rome'))).rejects.toMatchObject(full);
    await expect(store.remove(madrid.id)).rejects.toMatchObject(full);
    expect(store.list()).toEqual([madrid]);
    expect(contents(disk.directory)).toEqual(before);
    disk.empty();
    const lima = await store.add(draftOf('Lima'));
    store.close();
    expect((await openProfiles(disk.directory)).store.list()).toEqual([madrid, lima]);
  });

  it('leaves the password that was saved before', async ({ skip }) => {
    const disk = smallDisk(256);
    if ('skip' in disk) return skip(disk.skip);
    const cipher = {
      backend: 'test',
      encrypt: async (text: string) => Buffer.from(text).reverse(),
      decrypt: async (bytes: Uint8Array) => ({
        text: Buffer.from(bytes).reverse().toString(),
        stale: false,
      }),
      isExposed: () => false,
    };
    const place = draftOf('a');
    const vault = await openKeychainVault(disk.directory, cipher);
    await vault.set('a', 'before', place);
    disk.fill();
    await expect(vault.set('a', 'after', place)).rejects.toMatchObject({ code: 'storage-full' });
    expect(await vault.get('a', place)).toBe('before');
  });

  it('refuses what the audit log cannot keep, and keeps what comes once there is room', async ({
    skip,
  }) => {
    const disk = smallDisk(1024);
    if ('skip' in disk) return skip(disk.skip);
    const { database, close } = openDatabase(disk.directory);
    const log = createAuditLog(database);
    log.add(auditEntry({ profileName: 'before' }));
    disk.fill();
    for (const name of ['first', 'second'])
      expect(() => log.add(auditEntry({ profileName: name }))).toThrow(
        expect.objectContaining({ code: 'storage-full' }),
      );
    disk.empty();
    log.add(auditEntry({ profileName: 'after' }));
    const names = log.list({ limit: 10 }).map(({ profileName }) => profileName);
    expect(names).toEqual(['after', 'before']);
    close();
  });

  it('lets a database that cannot be opened be one in memory, and says so', async ({ skip }) => {
    const disk = smallDisk(256);
    if ('skip' in disk) return skip(disk.skip);
    disk.fill();
    const { database, notices, close } = openDatabase(disk.directory);
    expect(notices).toMatchObject([{ code: 'history-in-memory', detail: { reason: 'full' } }]);
    expect(database.location()).toBeNull();
    close();
  });
});

describe('a disk without inodes', () => {
  const noInodes = {
    code: 'storage-full',
    message: expect.stringMatching(/no inodes are left.*Remove files/),
    detail: { reason: 'no-inodes' },
  };

  it('is told from a full one, and refuses a change that it cannot keep', async ({ skip }) => {
    const disk = smallDisk(1024, 40);
    if ('skip' in disk) return skip(disk.skip);
    const { store } = await openProfiles(disk.directory);
    const madrid = await store.add(draftOf('Madrid'));
    disk.takeInodes();
    const before = contents(disk.directory);
    await expect(store.add(draftOf('Lima'))).rejects.toMatchObject(noInodes);
    expect(store.list()).toEqual([madrid]);
    expect(contents(disk.directory)).toEqual(before);
    disk.giveInodes();
    await store.add(draftOf('Lima'));
    store.close();
  });

  it.for([false, true])(
    'does not accuse the directory of being closed where the database cannot be opened (there before: %s)',
    async (there, { skip }) => {
      const disk = smallDisk(1024, 40);
      if ('skip' in disk) return skip(disk.skip);
      if (there) openDatabase(disk.directory).close();
      disk.takeInodes();
      const { database, notices, close } = openDatabase(disk.directory);
      expect(notices).toMatchObject([{ code: 'history-in-memory', detail: noInodes.detail }]);
      expect(database.location()).toBeNull();
      close();
    },
  );
});

describe('a directory that cannot be made', () => {
  it('is told with the reason: its file system is read-only', async ({ skip }) => {
    const disk = smallDisk(256);
    if ('skip' in disk) return skip(disk.skip);
    disk.makeReadOnly();
    await expect(openDataDirectory(join(disk.directory, 'a', 'b'))).rejects.toMatchObject({
      code: 'storage-failed',
      detail: { reason: 'read-only' },
    });
  });
});

describe('a directory that cannot be written', () => {
  /** For root, permissions are none: a file system that is mounted read-only is. */
  async function readOnlyDirectory() {
    if (process.getuid?.() !== 0) {
      const directory = temporaryDirectory();
      return { directory, close: () => chmodSync(directory, 0o500) };
    }
    const disk = smallDisk(1024);
    if ('skip' in disk) return disk;
    return { directory: disk.directory, close: () => disk.makeReadOnly() };
  }

  it.runIf(process.platform !== 'win32')(
    'shows the profiles in it, says so at once, and refuses changes',
    async ({ skip }) => {
      const place = await readOnlyDirectory();
      const reason = process.getuid?.() === 0 ? 'read-only' : 'forbidden';
      if ('skip' in place) return skip(place.skip);
      const first = await openProfiles(place.directory);
      const madrid = await first.store.add(draftOf('Madrid'));
      first.store.close();
      openDatabase(place.directory).close();
      place.close();
      const { store, notices } = await openProfiles(place.directory);
      expect(store.list()).toEqual([madrid]);
      expect(notices).toMatchObject([
        { code: 'storage-failed', detail: { path: place.directory, reason } },
      ]);
      await expect(store.remove(madrid.id)).rejects.toMatchObject({
        code: 'storage-failed',
        message: expect.stringContaining('--data-dir'),
      });
      expect(store.list()).toEqual([madrid]);
      store.close();
      const database = openDatabase(place.directory);
      expect(database.notices).toMatchObject([{ code: 'history-in-memory', detail: { reason } }]);
      database.close();
    },
  );
});
