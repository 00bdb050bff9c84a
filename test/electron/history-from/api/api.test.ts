import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApi } from '../../../../electron/history-from/api/api.ts';
import type { HistoryFault } from '../../../../shared/model/history-from.ts';
import { createManualClock } from '../../../support/manual-clock.ts';
import { lima } from '../../store/audit-entry.ts';

const times = { from: 0, to: 60_000, stepMs: 15_000 };
const good = { status: 'success', data: { resultType: 'matrix', result: [] } };

/** A server that answers so, and what asks it. */
async function serve(
  listener: RequestListener,
  parts: {
    readonly path?: string;
    readonly timeoutMs?: number;
    readonly authorization?: () => Promise<string | null | HistoryFault>;
  } = {},
) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => end(server));
  const clock = createManualClock();
  const { port } = server.address() as AddressInfo;
  const { path = '', authorization = async () => null, ...others } = parts;
  const url = `http://127.0.0.1:${port}${path}`;
  const source = { id: lima, folderId: null, url, reach: 'all', signIn: 'none', user: '' } as const;
  const api = createApi({ source, authorization, clock, ...others });
  const signal = new AbortController().signal;
  return { api, clock, server, ask: (words = 'up') => api.range(words, times, signal) };
}

function end(server: Server): void {
  server.closeAllConnections();
  server.close();
}

const answering = (status: number, body: string, headers = {}): RequestListener => {
  return (request, response) => {
    request.resume();
    response.writeHead(status, headers).end(body);
  };
};

const matrix = (result: unknown): string =>
  JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } });

describe('asking a Prometheus', () => {
  it.each([
    ['', '/api/v1/query_range'],
    ['/', '/api/v1/query_range'],
    ['/prometheus', '/prometheus/api/v1/query_range'],
    ['/prometheus/api/v1/', '/prometheus/api/v1/query_range'],
    ['/select/0/prometheus', '/select/0/prometheus/api/v1/query_range'],
  ])('finds the API behind the path %j', async (path, asked) => {
    const seen: string[] = [];
    const { ask } = await serve(
      (request, response) => {
        seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
        answering(200, JSON.stringify(good))(request, response);
      },
      { path, authorization: async () => 'Bearer of-secrets' },
    );
    expect(await ask()).toEqual({ kind: 'series', series: [], warnings: [] });
    expect(seen).toEqual([`POST ${asked} Bearer of-secrets`]);
  });

  it.each<[string, RequestListener, HistoryFault]>([
    ['HTML', answering(200, '<html></html>'), { kind: 'not-prometheus' }],
    ['JSON of another kind', answering(200, '{"ok":true}'), { kind: 'not-prometheus' }],
    [
      'a result of another type',
      answering(
        200,
        JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [] } }),
      ),
      { kind: 'not-prometheus' },
    ],
    [
      'what is no sample',
      answering(200, matrix([{ metric: {}, values: [[1, 2]] }])),
      { kind: 'not-prometheus' },
    ],
    [
      'more than was asked for',
      answering(
        200,
        matrix([{ metric: {}, values: Array.from({ length: 11 }, (_, at) => [at, '1']) }]),
      ),
      { kind: 'not-prometheus' },
    ],
    [
      'that it is about to answer, without end',
      (_, response) => {
        const more = (): void => {
          response.writeProcessing();
          if (!response.destroyed) setImmediate(more);
        };
        more();
      },
      { kind: 'not-prometheus' },
    ],
    ['401', answering(401, 'no'), { kind: 'unauthorized', status: 401 }],
    ['403', answering(403, ''), { kind: 'unauthorized', status: 403 }],
    ['404', answering(404, 'nothing here'), { kind: 'not-prometheus' }],
    [
      '422',
      answering(
        422,
        JSON.stringify({ status: 'error', errorType: 'execution', error: 'too many\u202esamples' }),
      ),
      { kind: 'refused', status: 422, said: expect.stringMatching(/^too many.+samples$/u) },
    ],
    ['503', answering(503, 'starting'), { kind: 'unavailable', status: 503, said: '' }],
    [
      'a way to another host',
      answering(307, '', { location: 'http://127.0.0.1:1/' }),
      { kind: 'redirected', status: 307 },
    ],
    [
      'a body without end',
      (request, response) => {
        request.resume();
        response.writeHead(200);
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(1 << 16)));
        };
        response.on('drain', more);
        more();
      },
      { kind: 'too-large', bytes: 8 * 1024 * 1024 },
    ],
    [
      'half an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{', () => response.destroy());
      },
      { kind: 'unreachable', code: 'ECONNRESET' },
    ],
    [
      'no HTTP',
      (request) => void request.socket.end('220 mail ready\r\n'),
      { kind: 'not-prometheus' },
    ],
  ])('says what it means that it answers %s', async (_, listener, fault) => {
    const { ask } = await serve(listener);
    expect(await ask()).toEqual({ kind: 'fault', fault });
  });

  it('says that it is gone', async () => {
    const { ask, server } = await serve(answering(200, ''));
    end(server);
    expect(await ask()).toEqual({
      kind: 'fault',
      fault: { kind: 'unreachable', code: 'ECONNREFUSED' },
    });
  });

  it('waits for a slow one no longer than it should', async () => {
    const { ask } = await serve(() => undefined, { timeoutMs: 30 });
    expect(await ask()).toEqual({ kind: 'fault', fault: { kind: 'timeout', seconds: 0.03 } });
  });

  it('takes a question back when nobody waits for its answer any more', async () => {
    const closed = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const { api } = await serve((request) => {
      reached.resolve();
      request.socket.on('close', () => closed.resolve());
    });
    const leaving = new AbortController();
    const asked = api.range('up', times, leaving.signal);
    await reached.promise;
    leaving.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
    await closed.promise;
  });

  it('asks two things at once, and the next when one is answered', async () => {
    const open: (() => void)[] = [];
    const third = Promise.withResolvers<void>();
    const two = Promise.withResolvers<void>();
    const { ask } = await serve((request, response) => {
      open.push(() => answering(200, JSON.stringify(good))(request, response));
      if (open.length === 2) two.resolve();
      if (open.length === 3) third.resolve();
    });
    const asked = [ask(), ask(), ask()];
    await two.promise;
    expect(open).toHaveLength(2);
    open[0]?.();
    await third.promise;
    for (const answer of open.slice(1)) answer();
    expect(await Promise.all(asked)).toHaveLength(3);
  });

  it('leaves one that failed alone for a while, longer each time, until it is told to ask', async () => {
    let asked = 0;
    let status = 503;
    const { ask, api, clock } = await serve((request, response) => {
      asked++;
      answering(status, JSON.stringify(good))(request, response);
    });
    await ask();
    expect((await ask()).kind).toBe('fault');
    expect(asked).toBe(1);
    await clock.advance(2000);
    await ask();
    expect(asked).toBe(2);
    await clock.advance(2000);
    await ask();
    expect(asked).toBe(2);
    status = 200;
    api.rested();
    expect((await ask()).kind).toBe('series');
    expect(asked).toBe(3);
  });

  it('asks on after a question that was wrong', async () => {
    let asked = 0;
    const { ask } = await serve((request, response) => {
      asked++;
      answering(400, JSON.stringify({ status: 'error', error: 'parse error' }))(request, response);
    });
    await ask('up{');
    expect(await ask('up{')).toMatchObject({ fault: { kind: 'refused', said: 'parse error' } });
    expect(asked).toBe(2);
  });

  it('puts samples in order, once each, without what is no number', async () => {
    const values = [
      [3, '3'],
      [1, '1'],
      [1, '7'],
      [2, 'NaN'],
      [4, '+Inf'],
      [5, '-Inf'],
      [6, '6'],
      [7, ' '],
      [8, '0x10'],
      [9, '-1.5e+3'],
    ];
    const { ask } = await serve(answering(200, matrix([{ metric: { a: 'b' }, values }])));
    expect(await ask()).toEqual({
      kind: 'series',
      series: [{ labels: { a: 'b' }, at: [1000, 3000, 6000, 9000], values: [1, 3, 6, -1500] }],
      warnings: [],
    });
  });

  it('hands on what is warned of', async () => {
    const body = JSON.stringify({ ...good, warnings: ['store a cannot be reached', 4] });
    const { ask } = await serve(answering(200, body));
    expect(await ask()).toMatchObject({ warnings: ['store a cannot be reached'] });
  });

  it('does not ask without what it needs for it', async () => {
    let asked = 0;
    const { ask } = await serve(() => void asked++, {
      authorization: async () => ({ kind: 'no-secret' }),
    });
    expect(await ask()).toEqual({ kind: 'fault', fault: { kind: 'no-secret' } });
    expect(asked).toBe(0);
  });
});
