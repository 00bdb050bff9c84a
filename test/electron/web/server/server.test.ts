import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWebServer, type WebServer } from '../../../../electron/web/server/server.ts';
import { ask, askRaw, enter, openWindow, ownHeaders, refusedWith } from '../web-client.ts';
import { type Served, servePages } from './served.ts';

let served: Served;
let server: WebServer;

beforeEach(async () => {
  served = await servePages();
  server = await served.start();
});
afterEach(() => served.end());

const tokenPath = () => new URL(server.newAddress()).search;

describe('the door', () => {
  it('exchanges a token for a cookie that scripts cannot read and other sites cannot send', async () => {
    const { status, headers } = await ask(server.port, { path: `/${tokenPath()}` });
    expect(status).toBe(200);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^spcp-console-[0-9]+=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Lax; Path=\/$/,
      ),
    ]);
  });

  it('hands the key over in the body alone, which nobody keeps, and in no header or address', async () => {
    const answer = await ask(server.port, { path: `/${tokenPath()}` });
    const [, key = ''] = answer.text.match(/data-key="([A-Za-z0-9_-]{43})"/) ?? [];
    expect(key).not.toBe('');
    expect(JSON.stringify(answer.headers)).not.toContain(key);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.text.replace(`data-key="${key}"`, '')).not.toContain(key);
  });

  it('lets a browser that comes again go on with the session that it has', async () => {
    const first = await enter(server.newAddress());
    expect(await enter(server.newAddress(), { cookie: first.cookie })).toEqual(first);
    const other = await enter(server.newAddress());
    expect(other.cookie).not.toBe(first.cookie);
    expect(other.key).not.toBe(first.key);
    expect(server.sessions.list()).toHaveLength(2);
  });

  it('says once that a token was used', async () => {
    let used = 0;
    const path = `/${new URL(server.newAddress(() => used++)).search}`;
    await ask(server.port, { path: '/?token=wrong' });
    expect(used).toBe(0);
    await ask(server.port, { path });
    await ask(server.port, { path });
    expect(used).toBe(1);
  });

  it('lets in no more whose session was ended', async () => {
    const { cookie } = await enter(server.newAddress());
    const [session] = server.sessions.list();
    expect(server.sessions.end(session?.id ?? '')).toBe(true);
    expect((await ask(server.port, { headers: { cookie } })).status).toBe(401);
    expect(server.sessions.end(session?.id ?? '')).toBe(false);
  });

  it('tells a page without a key what to do', async () => {
    const { cookie } = await enter(server.newAddress());
    const { status, text } = await ask(server.port, { path: '/door', headers: { cookie } });
    expect(status).toBe(401);
    expect(text).toContain('This window was not let in yet');
  });

  it('serves the app to whoever has the cookie', async () => {
    const { cookie } = await enter(server.newAddress());
    const page = await ask(server.port, { headers: { cookie } });
    expect([page.status, page.text]).toEqual([200, '<p>the app</p>']);
  });

  it('takes a token once, and says how to get another', async () => {
    const path = `/${tokenPath()}`;
    await ask(server.port, { path });
    const second = await ask(server.port, { path });
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.text).toContain('press Enter: it prints a fresh address');
  });

  it('does not use a token up for a HEAD request, as the preview of a link sends', async () => {
    const path = `/${tokenPath()}`;
    expect((await ask(server.port, { path, method: 'HEAD' })).status).toBe(401);
    expect((await ask(server.port, { path })).status).toBe(200);
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
    const { cookie } = await enter(server.newAddress());
    const headers = { cookie: `other=1; ${cookie}; spcp-console-1=x` };
    expect((await ask(server.port, { headers })).status).toBe(200);
  });
});

describe('a request', () => {
  it('is refused under a name that is not this machine, or another port', async () => {
    const { cookie } = await enter(server.newAddress());
    const { port } = server;
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1:1', '127.0.0.1']) {
      const { status, text } = await ask(port, { headers: { cookie, host } });
      expect(status, host).toBe(403);
      expect(text).not.toContain('the app');
    }
    const named = await ask(port, { headers: { cookie, host: 'evil.example' } });
    expect(named.text).toContain(`ssh -L ${port}:127.0.0.1:${port}`);
    const nameless = await askRaw(port, `GET / HTTP/1.0\r\nCookie: ${cookie}\r\n\r\n`);
    expect(nameless).toContain('403 Forbidden');
  });

  it('with two names is refused, whichever comes first', async () => {
    const { cookie } = await enter(server.newAddress());
    const own = `Host: 127.0.0.1:${server.port}`;
    for (const other of ['Host: evil.example', own, 'host:']) {
      for (const pair of [`${own}\r\n${other}`, `${other}\r\n${own}`]) {
        const request = `GET / HTTP/1.1\r\n${pair}\r\nCookie: ${cookie}\r\n\r\n`;
        const answer = await askRaw(server.port, request);
        expect(answer, pair).toContain('400 Bad Request');
        expect(answer).not.toContain('the app');
      }
    }
  });

  it('is answered under each name of this machine', async () => {
    const { cookie } = await enter(server.newAddress());
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]']) {
      const host = `${name}:${server.port}`;
      expect((await ask(server.port, { headers: { cookie, host } })).status).toBe(200);
    }
  });

  it('of another site is refused, and so is one that is no reading without an origin', async () => {
    const { cookie } = await enter(server.newAddress());
    const foreign = { cookie, origin: 'http://evil.example' };
    expect((await ask(server.port, { headers: foreign })).status).toBe(403);
    expect((await ask(server.port, { method: 'POST', headers: foreign })).status).toBe(403);
    expect((await ask(server.port, { method: 'POST', headers: { cookie } })).status).toBe(403);
    const own = ownHeaders({ port: server.port, cookie });
    expect((await ask(server.port, { method: 'POST', headers: own })).status).toBe(405);
  });

  it('does not reach a file outside of the pages', async () => {
    const { cookie } = await enter(server.newAddress());
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

  it('gets what lies compressed beside a file where it takes that, and the file where it does not', async () => {
    const script = join(served.pages, 'assets', 'index-a1b2.js');
    await writeFile(`${script}.br`, brotliCompressSync('console.log(1)'));
    const { cookie } = await enter(server.newAddress());
    const get = (encodings: string, path = '/assets/index-a1b2.js') =>
      fetch(`http://127.0.0.1:${server.port}${path}`, {
        headers: { cookie, 'accept-encoding': encodings },
      });
    const sent = await get('gzip, deflate, br');
    expect(await sent.text()).toBe('console.log(1)');
    expect(Object.fromEntries(sent.headers)).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(sent.headers.get('cache-control')).toContain('immutable');
    for (const encodings of ['gzip', 'br;q=0', 'identity']) {
      const plain = await get(encodings);
      expect(await plain.text()).toBe('console.log(1)');
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(plain.headers.get('vary')).toBe('Accept-Encoding');
    }
    expect((await get('br', '/')).headers.get('content-encoding')).toBeNull();
    expect((await get('br', '/assets/none.js')).status).toBe(404);
  });

  it('with a range that ends before it begins gets the whole file', async () => {
    const headers = { cookie: (await enter(server.newAddress())).cookie, range: 'bytes=9-2' };
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
    const { cookie } = await enter(server.newAddress());
    const answers = [
      await ask(server.port, { headers: { cookie } }),
      await ask(server.port),
      await ask(server.port, { headers: { host: 'evil.example' } }),
      await ask(server.port, { path: `/${tokenPath()}` }),
    ];
    for (const { headers } of answers) {
      const policy = String(headers['content-security-policy']).split('; ');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
    const scripts = answers.map(
      ({ headers }) => String(headers['content-security-policy']).match(/script-src ([^;]*)/)?.[1],
    );
    expect(scripts.slice(0, 3)).toEqual(["'self'", "'self'", "'self'"]);
    expect(scripts[3]).toMatch(/^'sha256-[A-Za-z0-9+/]{43}='$/);
    expect(answers[0]?.headers['content-security-policy']).toContain(
      `connect-src 'self' ws://127.0.0.1:${server.port}`,
    );
  });

  it('is kept by the browser only where its name tells its content', async () => {
    const headers = { cookie: (await enter(server.newAddress())).cookie };
    const cached = async (path: string, send = headers) =>
      (await ask(server.port, { path, headers: send })).headers['cache-control'];
    expect(await cached('/assets/index-a1b2.js')).toContain('immutable');
    expect(await cached('/')).toBe('no-cache');
    expect((await ask(server.port)).headers['cache-control']).toBe('no-store');
  });
});

describe('the server', () => {
  it('says in one sentence that its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const parts = { port, pages: served.pages, logFault: () => undefined };
    await expect(startWebServer(parts)).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { case: 'port', port, host: '127.0.0.1', cause: 'EADDRINUSE' },
    });
    await new Promise((resolve) => other.close(resolve));
  });

  it('lets no window in before there is something to carry', async () => {
    const own = ownHeaders(await enter(server.newAddress()));
    expect(await refusedWith(server.port, own)).toBe(503);
  });

  it('ends with windows and requests open, also those that do not answer', async () => {
    const one = await served.start();
    one.letIn(() => undefined);
    const window = await openWindow(await enter(one.newAddress()));
    window.socket.pause();
    const hanging = askRaw(one.port, 'GET / HTTP/1.1\r\n').catch(() => '');
    await one.close();
    await hanging;
    await expect(ask(one.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    window.socket.terminate();
  });
});
