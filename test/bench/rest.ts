import { chromium } from '@playwright/test';
import { findChromium } from '../../build/chromium.ts';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { CannotRun, type Report } from './support/benchmark.ts';
import { pause } from './support/measure.ts';
import { startPeer } from './support/peer.ts';
import { rendererMeter, rendererShare } from './support/renderer-meter.ts';
import { ofEstimate } from './support/row.ts';

const proxies = 200;
const settleMs = 3000;

/** A view on which nothing changes while proxies are read: what the frame around every view takes, with the menu of all proxies. */
const still = { name: 'settings', ready: 'dl' };
const views = [
  { name: 'profiles', ready: 'tr[data-profile]' },
  { name: 'events', ready: 'tbody tr' },
] as const;

/** What lists of 200 proxies take while these are read once a second and nothing of the list changes. */
export async function rest(report: Report): Promise<void> {
  const found = findChromium();
  if ('missing' in found) throw new CannotRun(found.missing);
  ensureBuilt('renderer');
  const fleet = await startPeer('test/bench/peers/made-up-fleet.ts', [String(proxies)], 1);
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    await page.goto(String(fleet.lines[0]));
    await page.locator('[role="treeitem"]').first().waitFor();
    const measure = async ({ name, ready }: { name: string; ready: string }) => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `/${name}`);
      await page.locator(ready).first().waitFor();
      await pause(settleMs);
      const meter = await rendererMeter(browser, page);
      const cpu = await rendererShare(browser, page);
      return { cpu, mainThread: (await meter()).mainThread };
    };
    const frame = await measure(still);
    const unit = '% of a core';
    report({
      what: 'the frame and its menu, CPU',
      ...ofEstimate(frame.cpu),
      unit,
      budget: { of: 'value', most: 1 },
    });
    report({
      what: 'main thread at work with them',
      value: frame.mainThread,
      unit: '% of the time',
    });
    for (const view of views) {
      const { cpu } = await measure(view);
      const budget = { of: 'value', most: 3 } as const;
      report({
        what: `${view.name} beside that`,
        value: Math.max(0, cpu.value - frame.cpu.value),
        unit,
        budget,
      });
    }
  } finally {
    await browser.close();
    await fleet.stop();
  }
}
