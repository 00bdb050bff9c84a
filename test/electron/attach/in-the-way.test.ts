import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { connectOrNull } from '../../../electron/attach/connect-or-null.ts';
import { endListening } from '../../../electron/attach/end-listening.ts';
import { keepListening } from '../../../electron/attach/keep-listening.ts';
import { attachTo } from '../../../electron/attach/reach.ts';
import { holdSeat } from '../../../electron/attach/take-seat.ts';
import type { Console } from '../../../electron/console.ts';
import { createNotices } from '../../../electron/core/notices.ts';
import { createRouter } from '../../../electron/ipc/router.ts';
import { missingProgram } from '../../support/has-program.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

/** A console whose core is its router, and that looks often. */
async function hold() {
  // Locks elsewhere are this test's own.
  vi.stubEnv('XDG_RUNTIME_DIR', temporaryDirectory());
  const directory = temporaryDirectory();
  const notices = createNotices(Date.now);
  const faults: string[] = [];
  const logFault = (what: string, error: unknown) => void faults.push(`${what}: ${error}`);
  const closed = vi.fn(async () => undefined);
  const open = async () => {
    const router = createRouter({
      handlers: {} as never,
      sources: {} as never,
      onConnect: () => undefined,
      logFault,
    });
    return { router, notices, close: closed } as unknown as Console;
  };
  const seat = await holdSeat({
    directory,
    version: '1',
    shell: 'web',
    open,
    logFault,
    lookMs: 20,
  });
  const attach = join(directory, 'attach');
  const [address, socket] = [join(attach, 'address.json'), join(attach, 'socket')];
  const reached = async () => {
    const found = await attachTo(directory, '1', 'window').catch(() => null);
    found?.close();
    return found !== null;
  };
  const told = () => notices.list().map(({ code, detail }) => ({ code, ...detail }));
  return { seat, closed, faults, address, socket, reached, told };
}

const noPipes = process.platform === 'win32' || missingProgram('mkfifo') !== null;

it.skipIf(noPipes)(
  'a console whose address became a named pipe is found again, and ends in order',
  async () => {
    const { seat, closed, faults, address, socket, reached } = await hold();
    expect(await reached()).toBe(true);
    rmSync(address);
    execFileSync('mkfifo', [address]);
    await expect.poll(() => statSync(address, { throwIfNoEntry: false })?.isFile()).toBe(true);
    await expect.poll(reached).toBe(true);
    await seat.close();
    expect(closed).toHaveBeenCalledOnce();
    expect([existsSync(address), existsSync(socket)]).toEqual([false, false]);
    expect(faults).toEqual([]);
  },
);

it('a console whose address became a directory says so, is found again once that is gone, and ends in order', async () => {
  const { seat, closed, address, reached, told } = await hold();
  rmSync(address);
  mkdirSync(join(address, 'mine'), { recursive: true });
  const trouble = { code: 'own-socket', path: address, reason: 'is-directory' };
  await expect.poll(told).toMatchObject([trouble]);
  rmSync(address, { recursive: true });
  await expect.poll(reached).toBe(true);
  await expect.poll(told).toEqual([]);
  await seat.close();
  expect(closed).toHaveBeenCalledOnce();
});

it.each(['address', 'socket'] as const)(
  'a console ends in order while a directory stands in the place of its %s, which stays',
  async (which) => {
    const { seat, closed, ...files } = await hold();
    const path = files[which];
    const beside = `${files.socket}.too`;
    linkSync(files.socket, beside);
    rmSync(path);
    mkdirSync(join(path, 'mine'), { recursive: true });
    await seat.close();
    expect(closed).toHaveBeenCalledOnce();
    expect(await connectOrNull(beside)).toBeNull();
    expect(existsSync(join(path, 'mine'))).toBe(true);
  },
);

it('a directory in the place of the address is told by name to who looks for the console', async () => {
  const directory = temporaryDirectory();
  const path = join(directory, 'attach', 'address.json');
  mkdirSync(path, { recursive: true });
  await expect(attachTo(directory, '1', 'window')).rejects.toMatchObject({
    code: 'storage-failed',
    detail: { path, reason: 'is-directory' },
  });
});

it('the end of listening is not waited for without end, nor that of somebody who attached', async () => {
  const never = new Promise<never>(() => undefined);
  const faults: string[] = [];
  const close = vi.fn();
  await endListening({
    kept: { end: () => never },
    peers: () => [{ close, ended: never }],
    logFault: (what, error) => void faults.push(`${what}: ${error}`),
    limitMs: 20,
  });
  expect(close).toHaveBeenCalledOnce();
  expect(faults).toEqual([
    'listening for others did not end: Error: not within 20 ms',
    'somebody who attached did not leave: Error: not within 20 ms',
  ]);
});

it('a look that fails is told, and followed by others', async () => {
  const told: unknown[] = [];
  let looks = 0;
  const isThere = async () => {
    looks++;
    if (looks === 1) throw new Error('the disk is away');
    return true;
  };
  const kept = keepListening({
    place: () => 'here',
    listen: async () => ({ isThere, close: async () => undefined }),
    onFault: (error) => void told.push(String(error)),
    onSettled: () => undefined,
    lookMs: 3_600_000,
  });
  await kept.look();
  await kept.look();
  expect(told).toEqual(['Error: the disk is away']);
  await kept.look();
  await kept.end();
  expect(looks).toBe(2);
});
