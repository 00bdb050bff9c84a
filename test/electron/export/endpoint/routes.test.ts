import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportRoutes } from '../../../../electron/export/endpoint/routes.ts';
import type { Exporter } from '../../../../electron/export/exporter.ts';
import { type HttpAnswer, startHttp } from '../../../../electron/http/http.ts';
import { madeUpExport, profileOf, watchedOf } from '../made-up.ts';

const asked = { headers: {} } as IncomingMessage;

function routeOf(exporter: Exporter) {
  const [metrics] = exportRoutes({ exporter: () => exporter, targets: [], compress: false });
  if (metrics === undefined) throw new Error('no route');
  return metrics;
}

describe('scrapes that nobody reads', () => {
  it('keep so many texts in memory at most: the oldest makes place', async () => {
    let scrapes = 0;
    const route = routeOf({
      scrape: async () => Buffer.from(`scrape ${scrapes++}`),
      close: () => undefined,
    });
    const answered: HttpAnswer[] = [];
    for (let n = 0; n < 5; n++)
      answered.push(await route.answer(asked, new AbortController().signal));
    expect(answered.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const over = () => answered.map(({ until }) => until?.aborted);
    expect(over()).toEqual([true, false, false, false, false]);
    const read = new AbortController();
    answered.push(await route.answer(asked, read.signal));
    expect(over()).toEqual([true, true, false, false, false, false]);
    read.abort();
    answered.push(await route.answer(asked, new AbortController().signal));
    expect(over()).toEqual([true, true, false, false, false, false, false]);
  });

  it('of which there are many, read by nobody, keep out nobody who reads', async () => {
    // More than the buffers of two sockets hold, and another one each time.
    const bytes = 16_000_000;
    let scrapes = 0;
    const scrape = async () => {
      scrapes++;
      return Buffer.alloc(bytes);
    };
    const server = await startHttp({
      listen: { host: '127.0.0.1', port: 0 },
      routes: [routeOf({ scrape, close: () => undefined })],
      logFault: (what, error) => {
        throw new Error(what, { cause: error });
      },
    });
    onTestFinished(() => server.close());
    for (let reader = 1; reader <= 6; reader++) {
      const slow = connect(server.port, '127.0.0.1').on('error', () => undefined);
      onTestFinished(() => void slow.destroy());
      slow.pause();
      slow.write('GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n');
      await expect.poll(() => scrapes).toBe(reader);
    }
    const answer = await fetch(`${server.address}/metrics`);
    expect(answer.status).toBe(200);
    expect((await answer.arrayBuffer()).byteLength).toBe(bytes);
  });

  it('may be as many as they like of one text', async () => {
    const text = Buffer.from('the same');
    const route = routeOf({ scrape: async () => text, close: () => undefined });
    for (let n = 0; n < 100; n++) {
      const answer = await route.answer(asked, new AbortController().signal);
      expect(answer.body).toBe(text);
    }
  });

  it('keep neither others waiting nor the server from ending', async () => {
    // Far more text than the buffers of two sockets hold.
    const made = madeUpExport(Array.from({ length: 4000 }, (_, n) => watchedOf(profileOf(n))));
    const server = await startHttp({
      listen: { host: '127.0.0.1', port: 0 },
      routes: [routeOf(made.exporter)],
      logFault: (what, error) => {
        throw new Error(what, { cause: error });
      },
    });
    onTestFinished(() => made.exporter.close());
    const slow = connect(server.port, '127.0.0.1').on('error', () => undefined);
    const closed = new Promise((resolve) => slow.once('close', resolve));
    slow.pause();
    slow.write('GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await expect.poll(() => made.looks).toBeGreaterThan(0);
    const all = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const answer = await fetch(`${server.address}/metrics`);
        return { status: answer.status, length: (await answer.text()).length };
      }),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect(all[0]?.length).toBeGreaterThan(10_000_000);
    await server.close();
    slow.resume();
    await closed;
  });
});
