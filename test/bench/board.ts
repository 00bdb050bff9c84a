import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/chromium.ts';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { CannotRun, type Report } from './support/benchmark.ts';
import { pause, quantile } from './support/measure.ts';
import { startPeer } from './support/peer.ts';
import { rendererMeter, rendererShare } from './support/renderer-meter.ts';
import { ofEstimate } from './support/row.ts';

const proxies = 1000;
const settleMs = 5000;
/** Of pictures, of each. */
const measuredMs = 6000;
/** Milliseconds of a picture at 60 a second; one that comes by half of it later has missed its turn. */
const pictureMs = 1000 / 60;

const pictures = [
  { name: 'cards', drawn: 'article[data-state="ready"]' },
  { name: 'table', drawn: 'tr[data-state="ready"]' },
  { name: 'map', drawn: 'li[data-level]' },
] as const;

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

/** Each picture of the board with a thousand proxies that are read once a second, as a user has it before them. */
export async function board(report: Report): Promise<void> {
  const found = findChromium();
  if ('missing' in found) throw new CannotRun(found.missing);
  ensureBuilt('renderer');
  const fleet = await startPeer('test/bench/peers/made-up-fleet.ts', [String(proxies)], 1);
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
  try {
    const empty = await browser.newPage();
    const floor = await empty.evaluate(pictureTimes, measuredMs / 2);
    await empty.close();
    const page = await browser.newPage({
      locale: 'en-GB',
      viewport: { width: 1600, height: 1000 },
    });
    await page.goto(String(fleet.lines[0]));
    await page.locator('h1').first().waitFor();
    for (const picture of pictures) await measure(browser, page, picture, floor, report);
  } finally {
    await browser.close();
    await fleet.stop();
  }
}

async function measure(
  browser: Browser,
  page: Page,
  { name, drawn }: (typeof pictures)[number],
  floor: readonly number[],
  report: Report,
): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `/?picture=${name}`);
  await page.locator(drawn).first().waitFor();
  await page
    .getByText(`${proxies.toLocaleString('en-GB')} of`)
    .first()
    .waitFor();
  await pause(settleMs);
  const all = await rendererMeter(browser, page);
  const cpu = await rendererShare(browser, page);
  const { mainThread, memory } = await all();
  report({
    what: `${name}: renderer, CPU`,
    ...ofEstimate(cpu),
    unit: '% of a core',
    budget: { of: 'value', most: 15 },
  });
  report({ what: `${name}: its main thread at work`, value: mainThread, unit: '% of the time' });
  report({ what: `${name}: renderer's heap`, value: memory, unit: 'MB' });
  const count = await page.locator(drawn).count();
  report({
    what: `${name}: drawn at once`,
    value: count,
    unit: `of ${proxies}`,
    better: 'neither',
  });
  const times = await page.evaluate(pictureTimes, measuredMs);
  const beside = (value: number) => ({ beside: { what: 'empty page', value } });
  report({
    what: `${name}: pictures that missed their turn`,
    value: lateShare(times),
    unit: '%',
    ...beside(lateShare(floor)),
    budget: { of: 'value', most: 5 },
  });
  report({
    what: `${name}: between two pictures, p95`,
    value: quantile(times, 0.95),
    unit: 'ms',
    ...beside(quantile(floor, 0.95)),
  });
}
