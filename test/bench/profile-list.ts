import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/chromium.ts';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { CannotRun, type Report } from './support/benchmark.ts';
import { pause, quantile } from './support/measure.ts';
import { startPeer } from './support/peer.ts';
import { rendererMeter } from './support/renderer-meter.ts';

const proxies = 2000;
const folders = 100;
const settleMs = 8000;
const measuredMs = 20_000;
/** Between two keys: as fast as a good typist. */
const betweenKeysMs = 80;
const budget = { of: 'value', most: 50 } as const;

/** What somebody types who searches, each to be cleared before the next. */
const searches = [
  'proxy 12',
  'rack 7 -proxy',
  'host:10.0.3',
  'folder:site tag:x',
  'state:ready 19',
  'user:admin 1999',
];
const walks = ['ArrowDown', 'ArrowDown', 'PageDown', 'ArrowUp', 'End', 'Home', 'r', 's', 'p'];

declare global {
  interface Window {
    /** Milliseconds from each key to the picture after it, and to the first one in which nothing is busy any more. */
    keyTimes: { readonly drawn: number; readonly done: number }[];
  }
}

/** Runs in the page: notes for each key how long it takes until it is drawn, and what follows from it. */
function watchKeys(): void {
  window.keyTimes = [];
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      let drawn = 0;
      const look = (): void => {
        requestAnimationFrame(() => {
          // After the picture of this turn is handed over.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const now = performance.now() - timeStamp;
            if (drawn === 0) drawn = now;
            if (document.querySelector('[aria-busy="true"]') === null) {
              window.keyTimes.push({ drawn, done: now });
            } else look();
          };
          port2.postMessage(null);
        });
      };
      look();
    },
    { capture: true },
  );
}

type KeyTimes = Window['keyTimes'];

async function timed(page: Page, press: () => Promise<void>): Promise<KeyTimes> {
  await page.evaluate(() => {
    window.keyTimes = [];
  });
  await press();
  await pause(500);
  return await page.evaluate(() => window.keyTimes);
}

async function type(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text, { delay: betweenKeysMs });
    for (let i = 0; i < text.length; i++) {
      await page.keyboard.press('Backspace', { delay: betweenKeysMs });
    }
  }
}

async function walk(page: Page, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    for (const key of walks) await page.keyboard.press(key, { delay: betweenKeysMs });
  }
}

async function open(page: Page, path: string, ready: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await page.locator(ready).first().waitFor();
}

/** A key in the search and in the trees of two thousand profiles in a hundred folders that are read once a second, and what their list takes at rest. */
export async function profileList(report: Report): Promise<void> {
  const found = findChromium();
  if ('missing' in found) throw new CannotRun(found.missing);
  ensureBuilt('renderer');
  const fleet = await startPeer(
    'test/bench/peers/made-up-fleet.ts',
    [String(proxies), String(folders)],
    1,
  );
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
  try {
    const empty = await browser.newPage();
    await empty.setContent('<input autofocus>');
    await empty.evaluate(watchKeys);
    const p95 = (times: KeyTimes, of: keyof KeyTimes[number]): number =>
      quantile(
        times.map((time) => time[of]),
        0.95,
      );
    const floor = p95(await timed(empty, () => type(empty, searches)), 'drawn');
    await empty.close();
    const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watchKeys);
    await page.goto(String(fleet.lines[0]));
    await page.locator('[role="treeitem"]').first().waitFor();
    const tell = (what: string, times: KeyTimes): void => {
      const beside = { what: 'empty field', value: floor };
      report({ what: `${what}, p95`, value: p95(times, 'drawn'), unit: 'ms', beside, budget });
      report({ what: 'and all that follows from it, p95', value: p95(times, 'done'), unit: 'ms' });
    };
    await keys(page, tell);
    await atRest(browser, page, report);
  } finally {
    await browser.close();
    await fleet.stop();
  }
}

async function keys(page: Page, tell: (what: string, times: KeyTimes) => void): Promise<void> {
  await open(page, '/profiles', 'tr[data-profile]');
  await pause(settleMs);
  await page.getByRole('textbox').first().focus();
  tell('a key in the search of the list', await timed(page, () => type(page, searches)));
  await page.getByRole('tree', { name: 'Folders' }).getByRole('treeitem').first().focus();
  tell('a key in the folders beside it', await timed(page, () => walk(page, 12)));
  await page.getByRole('tree', { name: 'Proxies' }).getByRole('treeitem').first().focus();
  tell('a key in the tree of the menu', await timed(page, () => walk(page, 12)));
  await page.keyboard.press('Control+p');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  tell('a key in the switcher', await timed(page, () => type(page, searches)));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  tell('a key in the palette', await timed(page, () => type(page, ['proxy 12', 'disc 1999'])));
  await page.keyboard.press('Escape');
}

async function atRest(browser: Browser, page: Page, report: Report): Promise<void> {
  const unit = '% of a core';
  const measure = async (): Promise<number> => {
    await pause(settleMs);
    const meter = await rendererMeter(browser, page);
    await pause(measuredMs);
    return (await meter()).cpu;
  };
  await open(page, '/profiles/paste', 'textarea');
  const frame = await measure();
  report({ what: 'the frame and its menu at rest, CPU', value: frame, unit });
  await open(page, '/profiles', 'tr[data-profile]');
  const list = await measure();
  report({
    what: 'the list at rest beside that',
    value: Math.max(0, list - frame),
    unit,
    budget: { of: 'value', most: 3 },
  });
}
