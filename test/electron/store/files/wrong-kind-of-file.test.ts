import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { openProfiles } from '../../../../electron/store/documents/profiles.ts';
import { withFileLock } from '../../../../electron/store/files/file-lock.ts';
import { draftOf } from '../profile-drafts.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** What may lie where a file is to be. To open a named pipe would be to wait for ever. */
const kinds: readonly (readonly [string, string, (path: string) => void | Promise<void>])[] = [
  ['a directory', 'is-directory', (path) => mkdirSync(path)],
  ['a named pipe', 'is-pipe', (path) => void execFileSync('mkfifo', [path])],
  ['a socket', 'is-socket', listenAt],
  ['a link to a device', 'is-device', (path) => symlinkSync('/dev/zero', path)],
  ['a link that leads nowhere', 'dangling-link', (path) => symlinkSync('/nowhere/at/all', path)],
  ['a link to itself', 'dangling-link', (path) => symlinkSync(path, path)],
];

async function listenAt(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => void server.close());
}

describe.runIf(process.platform !== 'win32').each(kinds)('%s in place of', (_, reason, make) => {
  it('the profiles is told at once, replaced by nothing, and saving is refused', async () => {
    const directory = temporaryDirectory();
    const path = join(directory, 'profiles.json');
    await make(path);
    const { store, notices } = await openProfiles(directory);
    expect(notices).toMatchObject([{ code: 'storage-failed', detail: { path, reason } }]);
    await expect(store.add(draftOf('Rome'))).rejects.toMatchObject({
      code: 'storage-failed',
      message: expect.stringMatching(/^\S+profiles\.json is a .*(Move|Put).*--data-dir\.$/),
    });
    expect(store.list()).toEqual([]);
    store.close();
  });

  it('a copy of the profiles is passed over', async () => {
    const directory = temporaryDirectory();
    const first = await openProfiles(directory);
    const madrid = await first.store.add(draftOf('Madrid'));
    first.store.close();
    await make(join(directory, 'profiles.json.2999-01-01T00-00-00-000Z.copy'));
    writeFileSync(join(directory, 'profiles.json'), 'damaged');
    const { store, notices } = await openProfiles(directory);
    expect(store.list()).toEqual([madrid]);
    expect(notices).toMatchObject([{ code: 'profiles-restored' }]);
    store.close();
  });

  it.each(['console.db', 'console.db-wal', 'console.db.check'])(
    'the database (%s) is told at once, and one in memory serves',
    async (name) => {
      const directory = temporaryDirectory();
      openDatabase(directory).close();
      rmSync(join(directory, name), { force: true });
      await make(join(directory, name));
      const { database, notices, close } = openDatabase(directory);
      expect(notices).toMatchObject([
        { code: 'history-in-memory', detail: { path: join(directory, 'console.db') } },
      ]);
      expect(database.location()).toBeNull();
      close();
    },
  );

  it('a lock ends the change, in one sentence', async () => {
    const directory = temporaryDirectory();
    const { store } = await openProfiles(directory);
    await make(join(directory, 'profiles.json.lock'));
    await expect(store.add(draftOf('Rome'))).rejects.toMatchObject({ code: 'storage-failed' });
    store.close();
  });
});

describe.runIf(process.platform !== 'win32')('a lock', () => {
  it('is not taken through a link, which would empty what it leads to', async () => {
    const [directory, outside] = [temporaryDirectory(), temporaryDirectory()];
    const precious = join(outside, 'precious');
    const text = 'what is no database\n'.repeat(100);
    writeFileSync(precious, text);
    symlinkSync(precious, join(directory, 'lock'));
    await expect(withFileLock(join(directory, 'lock'), async () => {})).rejects.toMatchObject({
      trouble: 'is-link',
    });
    expect(readFileSync(precious, 'utf8')).toBe(text);
  });
});

describe('a file that is no text', () => {
  it.each([
    ['not UTF-8', (text: string) => Buffer.from(text.replace('Madrid', 'Madr\u00edd'), 'latin1')],
    ['endless', () => Buffer.alloc(65 * 2 ** 20)],
  ])('(%s) is set aside as a damaged one is, rather than half read', async (_, spoil) => {
    const directory = temporaryDirectory();
    const file = join(directory, 'profiles.json');
    const first = await openProfiles(directory);
    const madrid = await first.store.add(draftOf('Madrid'));
    first.store.close();
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    const { store, notices } = await openProfiles(directory);
    expect(notices).toMatchObject([{ code: 'profiles-restored' }]);
    expect(store.list()).toEqual([madrid]);
    store.close();
  });

  it('is read with a byte-order mark, as some editors leave it', async () => {
    const directory = temporaryDirectory();
    const file = join(directory, 'profiles.json');
    const first = await openProfiles(directory);
    const madrid = await first.store.add(draftOf('Madrid'));
    first.store.close();
    writeFileSync(file, `\ufeff${readFileSync(file, 'utf8')}`);
    const { store, notices } = await openProfiles(directory);
    expect(notices).toEqual([]);
    expect(store.list()).toEqual([madrid]);
    store.close();
  });
});
