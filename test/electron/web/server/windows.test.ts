import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import type { WebServer } from '../../../../electron/web/server/server.ts';
import { maxMessage } from '../../../../electron/web/server/windows.ts';
import { notAdmitted } from '../../../../shared/ipc/admission.ts';
import {
  closeCode,
  enter,
  openSocket,
  openWindow,
  ownHeaders,
  refusedWith,
  showKey,
} from '../web-client.ts';
import { type Served, servePages } from './served.ts';

let served: Served;
let server: WebServer;
let windows: { window: WebSocket; session: string }[];

beforeEach(async () => {
  served = await servePages();
  server = await served.start();
  windows = [];
  server.letIn((window, session) => windows.push({ window, session }));
});
afterEach(() => served.end());

const until = (wanted: () => boolean) => expect.poll(wanted).toBe(true);

describe('a window', () => {
  it('is handed over once it has shown its key, under the session that it belongs to', async () => {
    const entered = await enter(server.newAddress());
    const socket = await openSocket(server.port, ownHeaders(entered));
    expect(windows).toEqual([]);
    showKey(socket, entered.key);
    await until(() => windows.length === 1);
    const [session] = server.sessions.list();
    expect(windows[0]?.session).toBe(session?.id);
    expect(session?.windows).toBe(1);
    socket.close();
    await until(() => server.sessions.list()[0]?.windows === 0);
  });

  it('is refused without the cookie, to other sites, under other names and elsewhere', async () => {
    const { port } = server;
    const own = ownHeaders(await enter(server.newAddress()));
    const { cookie } = own;
    expect(await refusedWith(port, { origin: `http://127.0.0.1:${port}` })).toBe(401);
    expect(await refusedWith(port, { ...own, origin: 'http://evil.example' })).toBe(403);
    expect(await refusedWith(port, { ...own, origin: 'http://127.0.0.1:1' })).toBe(403);
    expect(await refusedWith(port, { cookie: cookie ?? '' })).toBe(403);
    const rebound = { host: `evil.example:${port}`, origin: `http://evil.example:${port}` };
    expect(await refusedWith(port, { ...own, ...rebound })).toBe(403);
    expect(await refusedWith(port, own, '/elsewhere')).toBe(404);
    expect(windows).toEqual([]);
  });

  it('with the cookie alone, as another program of this machine may get it, hears and does nothing', async () => {
    const entered = await enter(server.newAddress());
    const other = await enter(server.newAddress());
    for (const first of [
      JSON.stringify({ type: 'call', id: 1, name: 'app.info', input: {} }),
      JSON.stringify({ type: 'key', key: '' }),
      JSON.stringify({ type: 'key', key: other.key }),
      JSON.stringify({ type: 'key', key: entered.cookie.split('=')[1] }),
      JSON.stringify({ type: 'key' }),
      'no JSON',
    ]) {
      const socket = await openSocket(server.port, ownHeaders(entered));
      const heard: unknown[] = [];
      socket.on('message', (data) => heard.push(data));
      const closed = closeCode(socket);
      socket.send(first);
      expect(await closed, first).toBe(notAdmitted);
      expect(heard).toEqual([]);
    }
    expect(windows).toEqual([]);
  });

  it('is closed with its session, and others are not', async () => {
    const one = await openWindow(await enter(server.newAddress()));
    const entered = await enter(server.newAddress());
    const another = await openWindow(entered);
    const late = await openSocket(server.port, ownHeaders(entered));
    await until(() => windows.length === 2);
    const closed = [closeCode(another.socket), closeCode(late)];
    server.sessions.end(server.sessions.list()[1]?.id ?? '');
    showKey(late, entered.key);
    expect(await Promise.all(closed)).toEqual([notAdmitted, notAdmitted]);
    expect(one.socket.readyState).toBe(one.socket.OPEN);
    expect(await refusedWith(server.port, ownHeaders(entered))).toBe(401);
  });

  it('that does not answer the end of its session is cut off', async () => {
    const deaf = await served.start({ goodbyeMs: 20 });
    let cut = false;
    deaf.letIn((window) => window.once('close', () => (cut = true)));
    const window = await openWindow(await enter(deaf.newAddress()));
    await until(() => deaf.sessions.list()[0]?.windows === 1);
    window.socket.pause();
    deaf.sessions.end(deaf.sessions.list()[0]?.id ?? '');
    await until(() => cut);
    window.socket.terminate();
  });

  it('is cut when a message is longer than any of the contract', async () => {
    const window = await openWindow(await enter(server.newAddress()));
    const closed = closeCode(window.socket);
    window.socket.send('x'.repeat(maxMessage + 1));
    expect(await closed).toBe(1009);
  });

  it('that was not let in is not listened to at length', async () => {
    const entered = await enter(server.newAddress());
    const socket = await openSocket(server.port, ownHeaders(entered));
    const closed = closeCode(socket);
    socket.send(JSON.stringify({ type: 'key', key: entered.key, more: 'x'.repeat(2000) }));
    expect(await closed).toBe(notAdmitted);
    expect(windows).toEqual([]);
  });

  it('is let in as long as there are not too many', async () => {
    const entered = await enter(server.newAddress());
    await Promise.all(Array.from({ length: 64 }, () => openWindow(entered)));
    await until(() => windows.length === 64);
    expect(await refusedWith(server.port, ownHeaders(entered))).toBe(503);
    windows[0]?.window.terminate();
    await until(() => server.sessions.list()[0]?.windows === 63);
    await openWindow(entered);
    await until(() => windows.length === 65);
  });

  it('that cannot be carried ends alone, and is told', async () => {
    server.letIn(() => {
      throw new Error('a bug');
    });
    const window = await openWindow(await enter(server.newAddress()));
    expect(await closeCode(window.socket)).toBe(1006);
    expect(served.faults).toEqual(['a window could not be carried: Error: a bug']);
  });
});
