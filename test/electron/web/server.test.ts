import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { maxMessage, startWebServer, type WebServer } from '../../../electron/web/server.ts';
import {
  ask,
  askRaw,
  closeCode,
  enter,
  openWindow,
  ownHeaders,
  refusedWith,
} from './web-client.ts';

let directory: string;
let server: WebServer;
let windows: WebSocket[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spcp-console-web-'));
  const pages = join(directory, 'pages');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(pages, 'index.html'), '<p>the app</p>');
  await writeFile(join(pages, 'assets', 'index-a1b2.js'), 'console.log(1)');
  await writeFile(join(directory, 'secret.txt'), 'outside of the pages');
});
afterAll(() => rm(directory, { recursive: true }));

beforeEach(async () => {
  windows = [];
  server = await startWebServer({ port: 0, pages: join(directory, 'pages') });
  server.letIn((window) => {
    windows.push(window);
    window.on('error', () => undefined);
  });
});
afterEach(() => server.close());

const tokenPath = () => new URL(server.newAddress()).search;

describe('the door', () => {
  it('exchanges a token for a cookie that scripts cannot read and other sites cannot send', async () => {
    const { status, headers } = await ask(server.port, { path: `/${tokenPath()}` });
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^spcp-console-[0-9]+=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Lax; Path=\/$/,
      ),
    ]);
  });

  it('serves the app to whoever has the cookie', async () => {
    const cookie = await enter(server.newAddress());
    const page = await ask(server.port, { headers: { cookie } });
    expect([page.status, page.text]).toEqual([200, '<p>the app</p>']);
  });

  it('takes a token once, and says how to get another', async () => {
    const path = `/${tokenPath()}`;
    await ask(server.port, { path });
    const second = await ask(server.port, { path });
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.text).toContain('Enter prints a new one');
    expect(second.text).toContain('Intro imprime una nueva');
  });

  it('does not use a token up for a HEAD request, as the preview of a link sends', async () => {
    const path = `/${tokenPath()}`;
    expect((await ask(server.port, { path, method: 'HEAD' })).status).toBe(401);
    expect((await ask(server.port, { path })).status).toBe(303);
  });

  it('prints a different token each time, of 256 bits', () => {
    const tokens = [server.newAddress(), server.newAddress()].map((address) =>
      new URL(address).searchParams.get('token'),
    );
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('shows nothing of the app without a cookie, or with a wrong one, whatever is asked for', async () => {
    for (const path of ['/', '/index.html', '/assets/index-a1b2.js', '/?token=wrong', '/nothing']) {
      for (const cookie of ['', `spcp-console-${server.port}=wrong`]) {
        const { status, text } = await ask(server.port, { path, headers: { cookie } });
        expect(status, path).toBe(401);
        expect(text).not.toContain('the app');
        expect(text).not.toContain('console.log');
      }
    }
  });

  it('reads its cookie among those of other programs on this machine', async () => {
    const cookie = await enter(server.newAddress());
    const headers = { cookie: `other=1; ${cookie}; spcp-console-1=x` };
    expect((await ask(server.port, { headers })).status).toBe(200);
  });
});

describe('a request', () => {
  it('is refused under a name that is not this machine, or another port', async () => {
    const cookie = await enter(server.newAddress());
    const { port } = server;
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1:1', '127.0.0.1']) {
      const { status, text } = await ask(port, { headers: { cookie, host } });
      expect(status, host).toBe(403);
      expect(text).not.toContain('the app');
    }
    const nameless = await askRaw(port, `GET / HTTP/1.0\r\nCookie: ${cookie}\r\n\r\n`);
    expect(nameless).toContain('403 Forbidden');
  });

  it('is answered under each name of this machine', async () => {
    const cookie = await enter(server.newAddress());
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]']) {
      const host = `${name}:${server.port}`;
      expect((await ask(server.port, { headers: { cookie, host } })).status).toBe(200);
    }
  });

  it('of another site is refused, and so is one that is no reading without an origin', async () => {
    const cookie = await enter(server.newAddress());
    const foreign = { cookie, origin: 'http://evil.example' };
    expect((await ask(server.port, { headers: foreign })).status).toBe(403);
    expect((await ask(server.port, { method: 'POST', headers: foreign })).status).toBe(403);
    expect((await ask(server.port, { method: 'POST', headers: { cookie } })).status).toBe(403);
    const own = ownHeaders(server.port, cookie);
    expect((await ask(server.port, { method: 'POST', headers: own })).status).toBe(405);
  });

  it('does not reach a file outside of the pages', async () => {
    const cookie = await enter(server.newAddress());
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/assets/../../secret.txt',
      '//secret.txt',
      '/%00',
      '/%zz',
    ]) {
      const { status, text } = await ask(server.port, { path, headers: { cookie } });
      expect(text, path).not.toContain('outside');
      expect(status, path).toBe(404);
    }
  });

  it('with a range that ends before it begins gets the whole file', async () => {
    const headers = { cookie: await enter(server.newAddress()), range: 'bytes=9-2' };
    const { status, text } = await ask(server.port, { headers });
    expect([status, text]).toEqual([200, '<p>the app</p>']);
  });

  it('that is no HTTP does not end the server', async () => {
    await askRaw(server.port, 'hello\r\n\r\n');
    await askRaw(server.port, 'GET /\u0000 HTTP/1.1\r\n\r\n');
    await askRaw(server.port, 'GET /bridge HTTP/1.1\r\nUpgrade: websocket\r\n');
    expect((await ask(server.port)).status).toBe(401);
  });
});

describe('every answer', () => {
  it('lets the page load and connect to nothing but this server', async () => {
    const cookie = await enter(server.newAddress());
    const answers = [
      await ask(server.port, { headers: { cookie } }),
      await ask(server.port),
      await ask(server.port, { headers: { host: 'evil.example' } }),
      await ask(server.port, { path: `/${tokenPath()}` }),
    ];
    for (const { headers } of answers) {
      const policy = String(headers['content-security-policy']).split('; ');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
    expect(answers[0]?.headers['content-security-policy']).toContain(
      `connect-src 'self' ws://127.0.0.1:${server.port}`,
    );
  });

  it('is kept by the browser only where its name tells its content', async () => {
    const headers = { cookie: await enter(server.newAddress()) };
    const cached = async (path: string, send = headers) =>
      (await ask(server.port, { path, headers: send })).headers['cache-control'];
    expect(await cached('/assets/index-a1b2.js')).toContain('immutable');
    expect(await cached('/')).toBe('no-cache');
    expect((await ask(server.port)).headers['cache-control']).toBe('no-store');
  });
});

describe('the WebSocket', () => {
  it('opens for the page that was let in', async () => {
    const cookie = await enter(server.newAddress());
    await openWindow(server.port, ownHeaders(server.port, cookie));
    expect(windows).toHaveLength(1);
  });

  it('is refused without the cookie, to other sites, under other names and elsewhere', async () => {
    const { port } = server;
    const own = ownHeaders(port, await enter(server.newAddress()));
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

  it('is cut when a message is longer than any of the contract', async () => {
    const own = ownHeaders(server.port, await enter(server.newAddress()));
    const window = await openWindow(server.port, own);
    const closed = closeCode(window.socket);
    window.socket.send('x'.repeat(maxMessage + 1));
    expect(await closed).toBe(1009);
  });

  it('has room for a limited number of windows', async () => {
    const own = ownHeaders(server.port, await enter(server.newAddress()));
    await Promise.all(Array.from({ length: 64 }, () => openWindow(server.port, own)));
    expect(await refusedWith(server.port, own)).toBe(503);
  });
});

describe('the server', () => {
  it('says in one sentence that its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await expect(startWebServer({ port, pages: directory })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining(`TCP port ${port} of 127.0.0.1 is taken`),
    });
    await new Promise((resolve) => other.close(resolve));
  });

  it('lets no window in before there is something to carry', async () => {
    const early = await startWebServer({ port: 0, pages: join(directory, 'pages') });
    const own = ownHeaders(early.port, await enter(early.newAddress()));
    expect(await refusedWith(early.port, own)).toBe(503);
    await early.close();
  });

  it('ends with windows and requests open, also those that do not answer', async () => {
    const one = await startWebServer({ port: 0, pages: join(directory, 'pages') });
    one.letIn(() => undefined);
    const window = await openWindow(one.port, ownHeaders(one.port, await enter(one.newAddress())));
    window.socket.pause();
    const hanging = askRaw(one.port, 'GET / HTTP/1.1\r\n').catch(() => '');
    await one.close();
    await hanging;
    await expect(ask(one.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    window.socket.terminate();
  });
});
