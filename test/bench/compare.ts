import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/chromium.ts';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { toEnd } from '../../electron/base/steps.ts';
import { openDatabase } from '../../electron/store/database/database.ts';
import { createHistory } from '../../electron/store/history/history.ts';
import { CannotRun, type Report } from './support/benchmark.ts';
import { pause, quantile } from './support/measure.ts';
import { startPeer } from './support/peer.ts';

const lines = 12;
const dayMs = 24 * 3_600_000;
const pictures = 12;
const moves = 300;
/** A page that is left alone for so long has drawn all that it had to. */
const restMs = 1500;

/** Runs in the page: saves so many profiles that nobody connects, and answers their ids. */
async function addProfiles(count: number): Promise<string[]> {
  const socket = new WebSocket(new URL('/bridge', location.href.replace(/^http/, 'ws')));
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  const key = sessionStorage.getItem('spcp-console-key');
  socket.send(JSON.stringify({ type: 'key', key }));
  const ids: string[] = [];
  const all = new Promise<void>((resolve, reject) => {
    socket.addEventListener('message', ({ data }) => {
      const { result } = JSON.parse(data);
      if (!result.ok) reject(new Error(JSON.stringify(result)));
      ids.push(result.value.id);
      if (ids.length === count) resolve();
    });
  });
  for (let id = 1; id <= count; id++) {
    const draft = { name: `proxy ${id}`, host: `10.0.0.${id}`, user: 'a', autoConnect: false };
    socket.send(
      JSON.stringify({ type: 'call', id, name: 'profiles.save', input: { draft, password: 'b' } }),
    );
  }
  await all;
  socket.close();
  return ids;
}

/** A day of one reading a second of each. */
function fill(directory: string, ids: readonly string[], from: number): void {
  const opened = openDatabase(directory);
  const history = createHistory(opened.database);
  for (let at = from, n = 0; at < from + dayMs; at += 1000, n++) {
    history.add(
      ids.map((profileId, i) => ({
        profileId,
        at,
        now: at,
        connections: BigInt(20 + 5 * i + Math.round(10 * Math.sin(n / (900 + 60 * i)))),
        transferredBytes: BigInt(n) * 4096n,
        accesses: BigInt(n),
        bytesPerSecond: 4096 * (i + 1) + ((n * 7919) % 4096),
        accessesPerSecond: 1 + (n % 3),
        restart: n % 20_000 === 19_999,
        another: false,
        roundTripMs: 1 + (n % 10) / 10,
        missed: 0,
      })),
    );
    if (n % 60 === 59) toEnd(history.maintain(at));
  }
  opened.close();
}

/** Runs in the page before all else: notes when the last history came, and when a canvas was drawn on last. */
function watch(): void {
  const noted = { came: 0, drawn: 0 };
  Object.assign(window, { noted });
  const { set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage') ?? {};
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    set(listener: ((event: MessageEvent) => void) | null) {
      set?.call(this, (event: MessageEvent) => {
        if (String(event.data).includes('"bytesPerSecond":{"min"')) noted.came = performance.now();
        listener?.(event);
      });
    },
  });
  const { stroke } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.stroke = function (path?: Path2D): void {
    Reflect.apply(stroke, this, path === undefined ? [] : [path]);
    noted.drawn = performance.now();
  };
}

/** Milliseconds from an answer to its picture: each of another day, as nothing is kept of it. */
async function drawTimes(page: Page, address: string, from: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < pictures; i++) {
    const at = from - i * 60_000;
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      `${address}&from=${at}&to=${at + dayMs}`,
    );
    await pause(restMs);
    const noted = await page.evaluate(
      () => (window as unknown as { noted: { came: number; drawn: number } }).noted,
    );
    times.push(noted.drawn - noted.came);
  }
  return times;
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** An empty page on which a line follows the pointer: what any page works for that. */
const floorPage = `<div class="u-over" style="height: 300px"><div style="position: absolute; width: 1px; height: 300px; background: red"></div></div>
<script>addEventListener('mousemove', (event) => {
  document.querySelector('.u-over > div').style.transform = 'translateX(' + event.clientX + 'px)';
});</script>`;

/** What the main thread works for one move of the pointer over the chart, milliseconds. */
async function moveCost(page: Page): Promise<number> {
  const box = await page.locator('.u-over').first().boundingBox();
  if (box === null) throw new Error('there is no chart');
  const session = await page.context().newCDPSession(page);
  // By the thread's own clock, so that other programs of the machine are not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const move = (i: number) =>
    page.mouse.move(
      box.x + (box.width * (i + 0.5)) / moves,
      box.y + box.height * (0.5 + 0.3 * Math.sin(i / 20)),
    );
  await move(0);
  await pause(restMs);
  const start = performance.now();
  const before = await taskMs(session);
  for (let i = 0; i < moves; i++) await move(i);
  const worked = (await taskMs(session)) - before;
  const took = performance.now() - start;
  // What the page does anyway, as its clocks.
  const rest = await taskMs(session);
  await pause(took);
  const idle = (await taskMs(session)) - rest;
  await session.detach();
  return (worked - idle) / moves;
}

async function measure(
  browser: Browser,
  url: string,
  ids: readonly string[],
  from: number,
  report: Report,
): Promise<void> {
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  const address = `#/compare?ids=${ids.join(',')}`;
  await page.goto(`${new URL(page.url()).origin}/${address}&range=24h`);
  await page.locator('.u-over').waitFor();
  await pause(restMs);
  const times = await drawTimes(page, address, from);
  report({
    what: `${lines} lines over a day, from the answer to the picture, p50`,
    value: quantile(times, 0.5),
    unit: 'ms',
    budget: { of: 'value', most: 100 },
  });
  report({ what: 'the same, the slowest', value: Math.max(...times), unit: 'ms' });
  const withChart = await moveCost(page);
  await page.close();
  const empty = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await empty.setContent(floorPage);
  const floor = await moveCost(empty);
  report({
    what: 'main thread for a move of the cursor',
    value: withChart,
    unit: 'ms',
    beside: { what: 'empty page', value: floor },
  });
  report({
    what: 'the same, beyond the empty page',
    value: withChart - floor,
    unit: 'ms',
    budget: { of: 'value', most: 4 },
  });
}

/** The comparison of a dozen proxies over a day, in the web shell as it is, in a browser. */
export async function compare(report: Report): Promise<void> {
  const found = findChromium();
  if ('missing' in found) throw new CannotRun(found.missing);
  ensureBuilt('renderer');
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const startShell = () =>
    startPeer('electron/serve.ts', ['--port', '0', '--no-open', '--data-dir', directory], 1);
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
  let shell = await startShell();
  try {
    const page = await browser.newPage();
    await page.goto(String(shell.lines[0]));
    await page.locator('h1').first().waitFor();
    const ids = await page.evaluate(addProfiles, lines);
    await page.close();
    await shell.stop();
    const from = Date.now() - dayMs;
    fill(directory, ids, from);
    shell = await startShell();
    await measure(browser, String(shell.lines[0]), ids, from, report);
  } finally {
    await browser.close();
    await shell.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
