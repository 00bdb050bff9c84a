import { chmod, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebServer } from '../../../../electron/web/server/server.ts';
import { whySkipped } from '../../../support/why-skipped.ts';
import { ask, closeCode, enter, openSocket, openWindow, ownHeaders } from '../web-client.ts';
import { type Served, servePages } from './served.ts';

let served: Served;
let sockets: Socket[];

beforeEach(async () => {
  served = await servePages();
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await served.end();
});

/** A connection that never ends its side, whatever the server does. */
async function open(
  server: WebServer,
  bytes = '',
): Promise<{ socket: Socket; ended: Promise<string> }> {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    text += chunk;
  });
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    socket.once('end', () => resolve(text));
    socket.once('close', () => resolve(text));
  });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  if (bytes !== '') socket.write(bytes);
  return { socket, ended };
}

const upgrade = (host: string, more = '') =>
  `GET /bridge HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${more}\r\n`;

/** Whether the far side has let go of the connection, not only of its half: then what is sent is answered with a reset. */
async function isCutOff(socket: Socket): Promise<void> {
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const poke = setInterval(() => socket.write('x'), 5);
  await closed;
  clearInterval(poke);
}

describe('a connection that was not let in', () => {
  it('is cut off after its upgrade was refused, also where it keeps its own side open', async () => {
    const server = await served.start();
    const { socket, ended } = await open(server, upgrade(`127.0.0.1:${server.port}`));
    expect(await ended).toContain('403 Forbidden');
    await isCutOff(socket);
    const { socket: other, ended: refused } = await open(server, upgrade('evil.example'));
    expect(await refused).toContain('403 Forbidden');
    await isCutOff(other);
  });

  it.each([
    ['says nothing', ''],
    ['never ends its request', 'GET / HTTP/1.1\r\nHost: x\r\nX: '],
    [
      'never sends the body that it announced',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n',
    ],
  ])('is closed after a while when it %s', async (_, bytes) => {
    const server = await served.start({ requestMs: 50, silenceMs: 50 });
    await (await open(server, bytes)).ended;
  });

  it('is closed when its WebSocket does not show a key in time', async () => {
    const server = await served.start({ keyMs: 20 });
    server.letIn(() => expect.unreachable());
    const entered = await enter(server.newAddress());
    expect(await closeCode(await openSocket(server.port, ownHeaders(entered)))).toBe(1006);
  });

  it('makes room for newer ones where there are too many, and takes none from a window', async () => {
    const server = await served.start({ connections: 8 });
    server.letIn(() => undefined);
    const entered = await enter(server.newAddress());
    const window = await openWindow(entered);
    await expect.poll(() => server.sessions.list()[0]?.windows).toBe(1);
    const first = await open(server);
    for (let i = 0; i < 40; i++) await open(server);
    await first.ended;
    const { status } = await ask(server.port, { headers: { cookie: entered.cookie } });
    expect(status).toBe(200);
    expect(window.socket.readyState).toBe(window.socket.OPEN);
  });

  it('that is reset in the middle of anything ends nothing else', async () => {
    const server = await served.start();
    const host = `127.0.0.1:${server.port}`;
    const { cookie } = await enter(server.newAddress());
    for (const bytes of [
      'GET / HTT',
      `GET / HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`,
      upgrade(host),
      upgrade(host, `Origin: http://${host}\r\nCookie: ${cookie}\r\n`),
      'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    ]) {
      const { socket } = await open(server, bytes);
      socket.resetAndDestroy();
    }
    expect((await ask(server.port)).status).toBe(401);
    expect(served.faults).toEqual([]);
  });
});

describe('a file of the app', () => {
  const all = process.getuid?.() === 0 ? 'root may read every file' : null;
  it.skipIf(all !== null)(`that may not be read costs one answer${whySkipped(all)}`, async () => {
    const path = join(served.pages, 'assets', 'locked-1.js');
    await writeFile(path, 'x');
    await chmod(path, 0);
    await costsOneAnswer('/assets/locked-1.js');
  });

  it('that cannot be looked at costs one answer', async () => {
    // A link to itself.
    await symlink('loop-1.js', join(served.pages, 'assets', 'loop-1.js'));
    await costsOneAnswer('/assets/loop-1.js');
  });

  it('that is there and cannot be opened costs one answer', async () => {
    // Nobody can open a socket's name as a file, root neither.
    const name = createServer();
    await new Promise<void>((resolve) =>
      name.listen(join(served.pages, 'assets', 'socket-1.js'), resolve),
    );
    await costsOneAnswer('/assets/socket-1.js');
    await new Promise((resolve) => name.close(resolve));
  });

  async function costsOneAnswer(path: string): Promise<void> {
    const server = await served.start();
    const { cookie } = await enter(server.newAddress());
    const { status, headers } = await ask(server.port, { path, headers: { cookie } });
    expect(status).toBe(500);
    expect(headers['cache-control']).toBe('no-store');
    expect(served.faults).toEqual([expect.stringContaining('a file could not be served')]);
    expect((await ask(server.port, { headers: { cookie } })).status).toBe(200);
  }
});
