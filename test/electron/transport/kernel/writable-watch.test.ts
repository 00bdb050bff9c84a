import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Libc, loadLibc } from '../../../../electron/transport/kernel/libc.ts';
import { family } from '../../../../electron/transport/kernel/linux.ts';
import { socketAddress } from '../../../../electron/transport/kernel/socket-address.ts';
import { createWritableWatch } from '../../../../electron/transport/kernel/writable-watch.ts';
import { whySkipped } from '../../../support/why-skipped.ts';

const nonBlockingStream = 1 | 0o4000;
const libc = loadLibc();
const why = whySkipped(typeof libc === 'string' ? libc : null);

describe.skipIf(typeof libc === 'string')(`sockets that are being connected${why}`, () => {
  const { socket, connect, close, watchWritable } = libc as Libc;
  let server: Server;
  const open = new Set<number>();

  beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(() => {
    for (const fd of open) close(fd);
    open.clear();
    server.close();
  });

  function opened(): number {
    const fd = socket(family.inet, nonBlockingStream, 0);
    open.add(fd);
    return fd;
  }

  function connecting(port: number): number {
    const fd = opened();
    const address = socketAddress('127.0.0.1', port);
    connect(fd, address, address.length);
    return fd;
  }

  const connected = (fd: number): Promise<Error | null> =>
    new Promise((resolve) => watchWritable(fd, resolve));

  it('are told of by hundreds at once', async () => {
    const { port } = server.address() as { port: number };
    const all = Array.from({ length: 300 }, () => connected(connecting(port)));
    expect(await Promise.all(all)).toEqual(Array(300).fill(null));
  });

  it('are told of when they fail, too', async () => {
    const { port } = server.address() as { port: number };
    server.close();
    expect(await connected(connecting(port))).toBeNull();
  });

  it('are not told of once that is cancelled, though their number is used again', async () => {
    const { port } = server.address() as { port: number };
    const told: string[] = [];
    const first = connecting(port);
    watchWritable(first, () => told.push('first'))();
    close(first);
    const second = connecting(port);
    expect(second).toBe(first);
    watchWritable(second, () => told.push('second'));
    await expect.poll(() => told).toEqual(['second']);
  });
});

describe('a system that cannot be asked', () => {
  it('is told to all who wait, and asked again by the next', async () => {
    const refused = new Error('no thread is left');
    let calls = 0;
    const watch = createWritableWatch(() => {
      calls++;
      return Promise.reject(refused);
    });
    const ask = (fd: number) => new Promise((resolve) => watch(fd, resolve));
    expect(await Promise.all([ask(3), ask(4)])).toEqual([refused, refused]);
    expect(await ask(5)).toBe(refused);
    expect(calls).toBeGreaterThan(1);
  });
});
