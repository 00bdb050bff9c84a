import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Caller, Handlers, Sources } from '../../../electron/ipc/parts.ts';
import { createRouter } from '../../../electron/ipc/router.ts';
import { carryOverWebSocket } from '../../../electron/ipc/websocket-carrier.ts';
import { startWebServer, type WebServer } from '../../../electron/web/server/server.ts';
import { notAdmitted } from '../../../shared/ipc/admission.ts';
import { preferencesSchema } from '../../../shared/model/app-info.ts';
import {
  closeCode,
  enter,
  openSocket,
  openWindow,
  ownHeaders,
  showKey,
} from '../web/web-client.ts';

let pages: string;
let server: WebServer;
let publishers: Set<() => void>;
let callers: Caller[];

async function serve(pingMs?: number) {
  publishers = new Set();
  callers = [];
  const router = createRouter({
    handlers: {
      'preferences.get': () => preferencesSchema.parse({}),
    } as Partial<Handlers> as Handlers,
    sources: {
      'app.notices': (_, publish) => {
        const code = 'storage-failed' as const;
        const path = 'x'.repeat(1024 * 1024);
        const detail = { case: 'file', path, reason: 'other', cause: 'EIO' } as const;
        const tell = () => publish([{ id: 'a', at: 0, code, detail }]);
        publishers.add(tell);
        return () => publishers.delete(tell);
      },
    } as Partial<Sources> as Sources,
    onConnect: (caller) => callers.push(caller),
    logFault: () => undefined,
  });
  server = await startWebServer({ port: 0, pages, logFault: () => undefined });
  server.letIn((socket, session) => carryOverWebSocket(router, socket, session, pingMs));
  return enter(server.newAddress());
}

beforeEach(async () => {
  pages = await mkdtemp(join(tmpdir(), 'spcp-console-carrier-'));
  await writeFile(join(pages, 'index.html'), '');
});
afterEach(async () => {
  await server.close();
  await rm(pages, { recursive: true });
});

const gone = (caller: Caller | undefined) =>
  new Promise<void>((resolve) => {
    if (caller === undefined || caller.gone.aborted) resolve();
    else caller.gone.addEventListener('abort', () => resolve());
  });

describe('a window on a WebSocket', () => {
  it('calls and is answered', async () => {
    const entered = await serve();
    const window = await openWindow(entered);
    window.send({ type: 'call', id: 5, name: 'preferences.get', input: {} });
    expect(await window.next(() => true)).toMatchObject({ id: 5, result: { ok: true } });
  });

  it.each([
    ['not JSON', 'hello'],
    ['cut off', '{"type":"call"'],
    ['binary', Buffer.from('{"type":"unsubscribe","id":1}')],
  ])('is closed when a message is %s', async (_, message) => {
    const entered = await serve();
    const window = await openWindow(entered);
    const closed = closeCode(window.socket);
    window.socket.send(message);
    expect(await closed).toBe(1003);
  });

  it('outlives a JSON text that is no message', async () => {
    const entered = await serve();
    const window = await openWindow(entered);
    window.socket.send('{"type":"call","id":-1}');
    window.socket.send('null');
    window.send({ type: 'call', id: 1, name: 'preferences.get', input: {} });
    expect(await window.next(() => true)).toMatchObject({ id: 1 });
  });

  it('takes its subscriptions along when it is closed or cut off', async () => {
    const entered = await serve();
    for (const leave of ['close', 'terminate'] as const) {
      const window = await openWindow(entered);
      window.send({ type: 'subscribe', id: 1, topic: 'app.notices', params: {} });
      window.send({ type: 'call', id: 2, name: 'preferences.get', input: {} });
      await window.next(({ id }) => id === 2);
      expect(publishers.size).toBe(1);
      window.socket[leave]();
      await gone(callers.at(-1));
      expect(publishers.size).toBe(0);
    }
  });

  it('is cut off when it takes its messages too slowly', async () => {
    const entered = await serve();
    const window = await openWindow(entered);
    window.send({ type: 'subscribe', id: 1, topic: 'app.notices', params: {} });
    window.send({ type: 'call', id: 2, name: 'preferences.get', input: {} });
    await window.next(({ id }) => id === 2);
    window.socket.pause();
    // Some go into the buffers of the operating system; how many is its own affair.
    for (let sent = 0; publishers.size > 0 && sent < 200; sent++) {
      for (const publish of publishers) publish();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(publishers.size).toBe(0);
    window.socket.terminate();
  });

  it('is cut off when it answers no ping', async () => {
    const entered = await serve(20);
    const socket = await openSocket(server.port, ownHeaders(entered), { autoPong: false });
    showKey(socket, entered.key);
    expect(await closeCode(socket)).toBe(1006);
    await gone(callers[0]);
  });

  it('is known by the session that it belongs to, and has no say once that was ended', async () => {
    const window = await openWindow(await serve());
    window.send({ type: 'call', id: 1, name: 'preferences.get', input: {} });
    await window.next(() => true);
    const [session] = server.sessions.list();
    expect(callers[0]?.asker.session).toBe(session?.id);
    const closed = closeCode(window.socket);
    server.sessions.end(session?.id ?? '');
    window.send({ type: 'call', id: 2, name: 'preferences.get', input: {} });
    expect(await closed).toBe(notAdmitted);
    expect(window.texts).toHaveLength(1);
  });
});
