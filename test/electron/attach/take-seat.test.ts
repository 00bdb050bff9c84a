import { chmodSync, copyFileSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { locksElsewhere, placeOf } from '../../../electron/attach/place.ts';
import { attachTo } from '../../../electron/attach/reach.ts';
import { takeSeat } from '../../../electron/attach/take-seat.ts';
import type { Console } from '../../../electron/console.ts';
import { createNotices } from '../../../electron/core/notices.ts';
import { createRouter } from '../../../electron/ipc/router.ts';
import { type SmallDisk, smallDisk } from '../store/small-disk.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

let faults: string[] = [];
beforeEach(() => {
  faults = [];
  // Locks elsewhere are this test's own.
  vi.stubEnv('XDG_RUNTIME_DIR', temporaryDirectory());
});

const logFault = (what: string) => void faults.push(what);

/** One attempt of a shell, whose core is its router. */
async function sit(directory: string) {
  const notices = createNotices(Date.now);
  const open = vi.fn(async () => {
    const router = createRouter({
      handlers: {} as never,
      sources: {} as never,
      onConnect: () => undefined,
      logFault,
    });
    return { router, notices, close: async () => undefined } as unknown as Console;
  });
  const parts = { directory, version: '1', shell: 'web', open, logFault, lookMs: 20 } as const;
  const seat = await takeSeat(parts).catch((error: unknown) => error);
  const kind = seat instanceof Error ? 'none' : (seat as { kind: string }).kind;
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    const taken = seat as Exclude<Awaited<ReturnType<typeof takeSeat>>, Error>;
    if (kind === 'held' && taken.kind === 'held') await taken.close();
    if (kind === 'attached' && taken.kind === 'attached') taken.console.close();
  };
  onTestFinished(close);
  return { seat, kind, close, opened: open.mock.calls.length, notices };
}

describe('what a console is found by', () => {
  it.each(['', 'a long name '.repeat(10)])(
    'leads nobody there who asks in a copy of its directory: %s',
    async (name) => {
      const directory = join(temporaryDirectory(), name);
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      await sit(directory);
      const copy = join(temporaryDirectory(), 'copy');
      mkdirSync(join(copy, 'attach'), { recursive: true, mode: 0o700 });
      copyFileSync(placeOf(directory).addressFile, placeOf(copy).addressFile);
      expect(await attachTo(copy, '1', 'command-line')).toBeNull();
      const link = join(temporaryDirectory(), 'link');
      symlinkSync(directory, link);
      const found = await attachTo(link, '1', 'command-line');
      expect(found).not.toBeNull();
      found?.close();
    },
  );

  it.each(['address.json', 'socket'])('is there again after its %s was removed', async (name) => {
    const directory = temporaryDirectory();
    const first = await sit(directory);
    const second = await sit(directory);
    rmSync(join(directory, 'attach', name));
    const kind = async () => (await sit(directory)).kind;
    await expect.poll(kind).toBe('attached');
    expect(first.notices.list()).toEqual([]);
    expect(second.kind).toBe('attached');
  });
});

describe('the folder of the lock', () => {
  it('that a copy left readable for others is closed to them, and one shell opens the core', async () => {
    const directory = temporaryDirectory();
    const folder = join(directory, 'attach');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    const first = await sit(directory);
    const second = await sit(directory);
    expect([first.kind, second.kind]).toEqual(['held', 'attached']);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(faults).toEqual([]);
  });

  it('that others may write to is refused, and no core is opened', async () => {
    const directory = temporaryDirectory();
    const folder = join(directory, 'attach');
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    const { seat, opened } = await sit(directory);
    expect(seat).toMatchObject({
      code: 'storage-failed',
      detail: { path: folder, reason: 'open-to-others' },
    });
    expect(opened).toBe(0);
  });
});

describe('on a disk that', () => {
  function disk(skip: (why: string) => never): SmallDisk {
    const made = smallDisk(256);
    if ('skip' in made) return skip(made.skip);
    const { directory } = made;
    onTestFinished(() => {
      for (const lock of locksElsewhere(directory)) rmSync(lock, { force: true });
    });
    return made;
  }

  it('is full one shell opens the core', async ({ skip }) => {
    const { directory, fill } = disk(skip);
    await (await sit(directory)).close();
    fill();
    const first = await sit(directory);
    expect(first.kind).toBe('held');
    expect((await sit(directory)).opened).toBe(0);
  });

  it('has no further file one shell opens the core, also once it has them again', async ({
    skip,
  }) => {
    const { directory, takeInodes, giveInodes } = disk(skip);
    takeInodes();
    const first = await sit(directory);
    expect(first.kind).toBe('held');
    const second = await sit(directory);
    expect(second).toMatchObject({ opened: 0, seat: { detail: { case: 'no-answer' } } });
    giveInodes();
    expect((await sit(directory)).opened).toBe(0);
    await first.close();
    expect((await sit(directory)).kind).toBe('held');
  });

  it('took no address says so, and is attached to once it has room again', async ({ skip }) => {
    const { directory, takeInodes, giveInodes } = disk(skip);
    takeInodes();
    const first = await sit(directory);
    expect(first.notices.list()).toMatchObject([{ code: 'own-socket' }]);
    giveInodes();
    mkdirSync(join(directory, 'attach'), { recursive: true, mode: 0o700 });
    const kind = async () => (await sit(directory)).kind;
    await expect.poll(kind).toBe('attached');
    await expect.poll(first.notices.list).toEqual([]);
  });

  it('is read-only one shell opens the core, though the lock can be read', async ({ skip }) => {
    const { directory, makeReadOnly } = disk(skip);
    await (await sit(directory)).close();
    makeReadOnly();
    expect((await sit(directory)).kind).toBe('held');
    expect((await sit(directory)).opened).toBe(0);
  });
});
