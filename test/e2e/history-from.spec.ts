import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Page } from '@playwright/test';
import { missingPrometheus, startPrometheus } from '../support/prometheus.ts';
import { whySkipped } from '../support/why-skipped.ts';
import { expect, test } from './support/app.ts';
import { openDemo } from './support/pages.ts';
import { violations } from './support/violations.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Two days of one proxy, most of a year ago, as an exporter would have told them every ten minutes. */
function daysOf(id: string, now: number): string {
  const times = Array.from({ length: 2 * 144 }, (_, n) => now - 300 * day + n * 10 * minute);
  const family = (name: string, type: string, ending: string, of: (n: number) => number) => [
    `# TYPE ${name} ${type}`,
    ...times.map((at, n) => `${name}${ending}{profile="${id}"} ${of(n)} ${at / 1000}`),
  ];
  return [
    ...family('spcp_concurrent_connections', 'gauge', '', (n) => n % 90),
    ...family('spcp_transferred_bytes', 'counter', '_total', (n) => n * 6_000_000),
    ...family('spcp_accesses', 'counter', '_total', (n) => n * 60),
    '# EOF\n',
  ].join('\n');
}

/** A way to a server that can be shut and opened again at the same address. */
async function wayTo(url: string) {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let open: Server | null = null;
  const start = (at: number): Promise<number> => {
    const server = createServer((socket) => {
      const onward = connect(Number(port), hostname);
      for (const each of [socket, onward]) {
        sockets.add(each);
        each.on('error', () => undefined);
        each.on('close', () => {
          sockets.delete(each);
          socket.destroy();
          onward.destroy();
        });
      }
      socket.pipe(onward).pipe(socket);
    });
    open = server;
    return new Promise((resolve) => {
      server.listen(at, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : at);
      });
    });
  };
  const shut = async (): Promise<void> => {
    const server = open;
    if (server === null) return;
    open = null;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const place = await start(0);
  return { url: `http://127.0.0.1:${place}`, shut, open: () => start(place) };
}

async function setPrometheus(page: Page, url: string): Promise<void> {
  await page.goto(new URL('#/settings', page.url()).href);
  const panel = page.getByRole('region', { name: 'History from Prometheus' });
  await panel.getByRole('button', { name: 'Add' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill(url);
  await expect.poll(() => violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByRole('rowheader', { name: 'The whole console' })).toBeVisible();
  await panel.getByRole('button', { name: 'Test what holds for the whole console' }).click();
  // What it holds is of long ago.
  await expect(page.getByText('Prometheus has nothing of proxies')).toBeVisible();
  await expect.poll(() => violations(page)).toEqual([]);
}

test.describe(`history from a real Prometheus${whySkipped(missingPrometheus)}`, () => {
  test.skip(missingPrometheus !== null, missingPrometheus ?? '');

  test('a year that this console was not there for comes from Prometheus, and what is kept here stays while that is away', async ({
    app: { page },
  }) => {
    test.slow();
    await openDemo(page, 'Demo Madrid');
    const proxyPage = page.url();
    const id = /proxies\/([0-9a-f-]{36})/.exec(proxyPage)?.[1] ?? '';
    const prometheus = await startPrometheus({ history: daysOf(id, Date.now()) });
    const way = await wayTo(prometheus.url);
    try {
      await setPrometheus(page, `${way.url}/`);
      await page.goto(proxyPage);
      const charts = page.getByRole('region', { name: 'Over time' });
      await charts.getByText('1 year', { exact: true }).click();
      const note = charts.getByText(/^From Prometheus \(for the whole console\): .+ to .+\.$/);
      await expect(note).toBeVisible({ timeout: 90_000 });
      await expect.poll(() => violations(page)).toEqual([]);

      await way.shut();
      await charts.getByText('30 days', { exact: true }).click();
      const absent = charts.locator('[data-absent="unreachable"]');
      await expect(absent).toContainText('ECONNREFUSED');
      await expect(charts.getByRole('region')).toHaveCount(5);
      await expect.poll(() => violations(page)).toEqual([]);

      await way.open();
      await expect(charts.getByText(/has nothing of the time before/)).toBeVisible({
        timeout: 120_000,
      });
      await expect(absent).toHaveCount(0);
    } finally {
      await way.shut();
      await prometheus.close();
    }
  });
});
