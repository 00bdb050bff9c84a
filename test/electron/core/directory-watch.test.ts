import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { watchDirectory } from '../../../electron/core/directory-watch.ts';
import { createNotices } from '../../../electron/core/notices.ts';
import { openProfiles } from '../../../electron/store/documents/profiles.ts';
import { smallDisk } from '../store/small-disk.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

function watched(directory: string) {
  const notices = createNotices(Date.now);
  onTestFinished(watchDirectory(directory, notices, 10));
  return notices;
}

describe('a data directory', () => {
  it('that goes away is told, until it is back', async () => {
    const directory = join(temporaryDirectory(), 'data');
    mkdirSync(directory);
    const notices = watched(directory);
    renameSync(directory, `${directory}.away`);
    await expect
      .poll(() => notices.list())
      .toMatchObject([{ code: 'storage-failed', detail: { path: directory, reason: 'gone' } }]);
    renameSync(`${directory}.away`, directory);
    await expect.poll(() => notices.list()).toEqual([]);
  });

  it('that was found read-only at the start is told once, and no more when it can be written', async ({
    skip,
  }) => {
    const disk = smallDisk(256);
    if ('skip' in disk) return skip(disk.skip);
    disk.makeReadOnly();
    const { store, notices: found } = await openProfiles(disk.directory);
    store.close();
    const notices = watched(disk.directory);
    notices.add(found);
    const told = [{ code: 'storage-failed', detail: { reason: 'read-only' } }];
    await expect.poll(() => notices.list()).toMatchObject(told);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(notices.list()).toMatchObject(told);
    disk.makeWritable();
    await expect.poll(() => notices.list()).toEqual([]);
  });
});
