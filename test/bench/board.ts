import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/chromium.ts';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { CannotRun, type Report } from './support/benchmark.ts';
import { pause, quantile } from './support/measure.ts';
import { type ProxyLine, startPeer, startProxies } from './support/peer.ts';
import { rendererMeter } from './support/renderer-meter.ts';

const cards = 200;
const settleMs = 15_000;
const measuredMs = 20_000;
/** Milliseconds of a picture at 60 a second; one that comes by half of it later has missed its turn. */
const pictureMs = 1000 / 60;

/** Runs in the page: adds a profile for each proxy over a bridge of its own, and closes it. */
async function addProfiles(proxies: readonly ProxyLine[]): Promise<void> {
  const socket = new WebSocket(new URL('/bridge', location.href.replace(/^http/, 'ws')));
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const key = sessionStorage.getItem('spcp-console-key');
  socket.send(JSON.stringify({ type: 'key', key }));
  let answered = 0;
  const all = new Promise<void>((resolve, reject) => {
    socket.addEventListener('message', ({ data }) => {
      const { result } = JSON.parse(data);
      if (!result.ok) reject(new Error(JSON.stringify(result)));
      if (++answered === proxies.length) resolve();
    });
  });
  for (const [index, { name, host, port, udpPort, user, password }] of proxies.entries()) {
    const draft = { name, host, port, transport: 'udp', udpPort, user };
    const input = { draft, password };
    socket.send(JSON.stringify({ type: 'call', id: index + 1, name: 'profiles.save', input }));
  }
  await all;
  socket.close();
}

/** Runs in the page: milliseconds between its pictures, for so long. */
function pictureTimes(ms: number): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    let before = 0;
    const start = performance.now();
    const next = (at: number): void => {
      if (before > 0) times.push(at - before);
      before = at;
      if (at - start < ms) requestAnimationFrame(next);
      else resolve(times);
    };
    requestAnimationFrame(next);
  });
}

const lateShare = (times: readonly number[]): number =>
  (times.filter((time) => time > 1.5 * pictureMs).length / times.length) * 100;

/** Where the page says that this many are ready. */
async function allReady(page: Page): Promise<void> {
  await page.locator('article[data-state]').first().waitFor();
  await page
    .getByText(`${cards} of ${cards}`, { exact: true })
    .first()
    .waitFor({ timeout: 120_000 });
}

/** The board as a user has it before them: the web shell, the proxies under traffic and the browser are three programs more. */
export async function board(report: Report): Promise<void> {
  const found = findChromium();
  if ('missing' in found) throw new CannotRun(found.missing);
  ensureBuilt('renderer');
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const { proxies, stop } = await startProxies(cards, ['--traffic']);
  const shell = await startPeer(
    'electron/serve.ts',
    ['--port', '0', '--no-open', '--data-dir', directory],
    1,
  );
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
  try {
    await measure(browser, String(shell.lines[0]), proxies, report);
  } finally {
    await browser.close();
    await shell.stop();
    await stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(
  browser: Browser,
  url: string,
  proxies: readonly ProxyLine[],
  report: Report,
): Promise<void> {
  const empty = await browser.newPage();
  const floor = await empty.evaluate(pictureTimes, measuredMs / 2);
  await empty.close();

  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1600, height: 1000 } });
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  await page.evaluate(addProfiles, proxies);
  await allReady(page);
  await pause(settleMs);
  const drawn = await page.locator('article[data-state]').count();

  const meter = await rendererMeter(browser, page);
  await pause(measuredMs);
  const { cpu, mainThread, memory } = await meter();
  const budget = { of: 'value', most: 15 } as const;
  report({ what: 'renderer, CPU', value: cpu, unit: '% of a core', budget });
  report({ what: 'its main thread at work', value: mainThread, unit: '% of the time' });
  report({ what: "renderer's heap", value: memory, unit: 'MB' });
  report({ what: 'cards drawn at once', value: drawn, unit: `of ${cards}` });

  const times = await page.evaluate(pictureTimes, measuredMs);
  const beside = (value: number) => ({ beside: { what: 'empty page', value } });
  report({
    what: 'pictures that missed their turn',
    value: lateShare(times),
    unit: '%',
    ...beside(lateShare(floor)),
    budget: { of: 'value', most: 5 },
  });
  report({
    what: 'between two pictures, p95',
    value: quantile(times, 0.95),
    unit: 'ms',
    ...beside(quantile(floor, 0.95)),
  });
}
