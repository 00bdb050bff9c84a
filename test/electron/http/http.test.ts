import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type HttpParts, type HttpRoute, says, startHttp } from '../../../electron/http/http.ts';

const route = (path: string, answer: HttpRoute['answer'], open = true): HttpRoute => ({
  path,
  open,
  answer,
});

async function start(routes: readonly HttpRoute[], more: Partial<HttpParts> = {}) {
  const faults: string[] = [];
  const server = await startHttp({
    listen: { host: '127.0.0.1', port: 0 },
    routes,
    logFault: (what, error) => faults.push(`${what}: ${error}`),
    ...more,
  });
  onTestFinished(() => server.close());
  return { server, faults };
}

/** Asks as no browser would: any method, any Host. */
async function ask(
  port: number,
  path: string,
  { method = 'GET', host = `127.0.0.1:${port}` } = {},
): Promise<{ status: number | undefined; body: string; type: string | undefined }> {
  const asked = request({ port, path, method, host: '127.0.0.1', headers: { host } });
  const { promise, resolve, reject } = Promise.withResolvers<import('node:http').IncomingMessage>();
  asked.once('response', resolve).once('error', reject).end();
  const response = await promise;
  return {
    status: response.statusCode,
    body: await text(response),
    type: response.headers['content-type'],
  };
}

describe("the collector's HTTP", () => {
  it('answers its routes and nothing else, by GET and HEAD alone', async () => {
    const { server } = await start([route('/healthz', async () => says(200, 'alive'))]);
    const { port } = server;
    expect(server.address).toBe(`http://127.0.0.1:${port}`);
    expect(await ask(port, '/healthz?x=1')).toEqual({
      status: 200,
      body: 'alive\n',
      type: 'text/plain; charset=utf-8',
    });
    expect(await ask(port, '/healthz', { method: 'HEAD' })).toMatchObject({
      status: 200,
      body: '',
    });
    for (const path of ['/', '/healthz/', '//healthz', '/../healthz/x', 'http://[/healthz'])
      expect((await ask(port, path)).status).toBe(404);
    expect((await ask(port, '/healthz', { method: 'POST' })).status).toBe(405);
  });

  it('is read on loopback by no other name, so that no page of the web reads it', async () => {
    const { server } = await start([route('/healthz', async () => says(200, 'alive'))]);
    const { port } = server;
    for (const host of ['localhost', `LOCALHOST:${port}`, '127.0.0.1:1', '[::1]:9460'])
      expect((await ask(port, '/healthz', { host })).status).toBe(200);
    for (const host of ['evil.example', `127.0.0.1.evil.example:${port}`, '[::2]'])
      expect((await ask(port, '/healthz', { host })).status).toBe(421);
  });

  it('asks its guard before what is not open to everybody', async () => {
    const guard = ({ headers }: { headers: { authorization?: string } }) =>
      headers.authorization === 'Bearer yes' ? null : says(401, 'no');
    const { server } = await start(
      [
        route('/healthz', async () => says(200, 'alive')),
        route('/metrics', async () => says(200, 'figures'), false),
      ],
      { guard },
    );
    const of = (path: string, headers = {}) => fetch(`${server.address}${path}`, { headers });
    expect((await of('/healthz')).status).toBe(200);
    expect((await of('/metrics')).status).toBe(401);
    expect((await of('/metrics', { authorization: 'Bearer yes' })).status).toBe(200);
  });

  it('logs what a route throws, says nothing of it, and answers the next', async () => {
    const { server, faults } = await start([
      route('/bad', async () => {
        throw new Error('planted');
      }),
      route('/healthz', async () => says(200, 'alive')),
    ]);
    const bad = await ask(server.port, '/bad');
    expect(bad.status).toBe(500);
    expect(bad.body).not.toContain('planted');
    expect(faults).toEqual(['/bad could not be answered: Error: planted']);
    expect((await ask(server.port, '/healthz')).status).toBe(200);
  });

  it('says which address is taken', async () => {
    const { server } = await start([]);
    await expect(
      start([], { listen: { host: '127.0.0.1', port: server.port } }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { case: 'port', field: 'listen', host: '127.0.0.1', cause: 'EADDRINUSE' },
    });
  });

  it('ends while a request is under way, and tells it that nobody waits', async () => {
    const under = Promise.withResolvers<AbortSignal>();
    const { server } = await start([
      route('/slow', async (_, gone) => {
        under.resolve(gone);
        await new Promise((resolve) => gone.addEventListener('abort', resolve));
        return says(200, 'late');
      }),
    ]);
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const gone = await under.promise;
    const told = once(gone, 'abort');
    await server.close();
    await told;
  });

  it('answers whoever asks while others hold connections and ask for nothing', async () => {
    const { server } = await start([route('/healthz', async () => says(200, 'alive'))]);
    // Of several addresses, where loopback has them, each with no more than one may have.
    const isLinux = process.platform === 'linux';
    const silent = Array.from({ length: 80 }, (_, index) =>
      connect({
        port: server.port,
        host: '127.0.0.1',
        ...(isLinux && { localAddress: `127.0.0.${2 + (index % 8)}` }),
      }),
    );
    onTestFinished(() => silent.forEach((each) => void each.destroy()));
    await Promise.all(
      silent.map((each) => {
        each.on('error', () => {});
        return once(each, 'connect');
      }),
    );
    expect((await ask(server.port, '/healthz')).status).toBe(200);
  });
});
