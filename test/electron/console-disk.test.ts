import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { databaseFile } from '../../electron/store/database/database-file.ts';
import { openVaults } from '../../electron/store/secrets/vaults.ts';
import { addProxy, own, startCore, startProxy } from './console-rig.ts';
import type { ConsoleWindow } from './console-window.ts';
import { smallDisk } from './store/small-disk.ts';

/** The next readings of a proxy that a window is shown. */
async function seesReadings(window: ConsoleWindow, count = 3): Promise<void> {
  let seen = 0;
  await window.until('fleet.frames', ({ full, points, readings }) => {
    const told = points.reduce((sum, { at }) => sum + at.length, readings?.ids.length ?? 0);
    if (!full) seen += told;
    return seen >= count;
  });
}

const isAbout = (reason: string) => (notice: { code: string; detail: object }) =>
  notice.code === 'storage-failed' && 'reason' in notice.detail && notice.detail.reason === reason;

describe('a database under a console', () => {
  it('that is full is told while it is, and the proxies are read on', async ({ skip }) => {
    const disk = smallDisk(8192);
    if ('skip' in disk) return skip(disk.skip);
    const { window } = await startCore({ directory: disk.directory });
    await addProxy(window, await startProxy());
    await seesReadings(window);
    disk.fill();
    await window.until('app.notices', (notices) => notices.some(isAbout('full')));
    await seesReadings(window);
    disk.empty();
    await window.until('app.notices', (notices) => !notices.some(isAbout('full')));
    await seesReadings(window);
    // Once a minute the record of open associations is written to, which is said there alone.
    expect(own.faults.filter((fault) => !fault.startsWith('the open associations'))).toEqual([]);
  });

  it('that is read-only is told at the start, and the profiles are shown', async ({ skip }) => {
    const disk = smallDisk(8192);
    if ('skip' in disk) return skip(disk.skip);
    const { directory } = disk;
    const before = await startCore({ directory });
    await addProxy(before.window, await startProxy());
    await before.core.close();
    disk.makeReadOnly();
    const vault = await openVaults({ directory: own.directory, logFault: () => undefined });
    const { window } = await startCore({ directory, vault });
    const notices = await window.call('app.notices', {});
    expect(notices.filter(({ code }) => code === 'history-in-memory')).toMatchObject([
      { detail: { reason: 'read-only' } },
    ]);
    const [profile] = await window.call('profiles.list', {});
    expect(profile).toMatchObject({ name: 'Madrid' });
  });

  it('that another program locks is told while it is, and the proxies are read on', async () => {
    const { window } = await startCore();
    await addProxy(window, await startProxy());
    const other = new DatabaseSync(join(own.directory, databaseFile));
    other.exec('BEGIN IMMEDIATE');
    await window.until('app.notices', (notices) =>
      notices.some(({ code }) => code === 'storage-failed'),
    );
    await seesReadings(window);
    other.exec('ROLLBACK');
    other.close();
    await window.until('app.notices', (notices) => notices.length === 0);
    expect(own.faults).toEqual([]);
  });

  it('that is damaged is set aside at the start, which is told, and another is kept', async () => {
    writeFileSync(join(own.directory, databaseFile), 'SQLite format 3\0 and nothing that follows');
    const { window } = await startCore();
    const notices = await window.call('app.notices', {});
    expect(notices.map(({ code }) => code)).toEqual([
      expect.stringMatching(/^history-(damaged|emptied|foreign)$/),
    ]);
    const id = await addProxy(window, await startProxy());
    await seesReadings(window);
    await window.untilCall(
      'history.range',
      { ids: [id], from: Date.now() - 3_600_000, to: Date.now() + 3_600_000, points: 100 },
      ([range]) => range !== undefined && range.at.length > 0,
    );
  });
});
