import type { Browser, Page } from '@playwright/test';
import { type Estimate, inWindows } from './steady.ts';

/** What a page used: its process, of a core; its main thread, of the time; both in percent. Its heap in MB. */
export interface RendererUsed {
  readonly cpu: number;
  readonly mainThread: number;
  readonly memory: number;
}

/** What this page uses from now on. It has to be the only page of its browser. */
export async function rendererMeter(
  browser: Browser,
  page: Page,
): Promise<() => Promise<RendererUsed>> {
  const ofBrowser = await browser.newBrowserCDPSession();
  const ofPage = await page.context().newCDPSession(page);
  await ofPage.send('Performance.enable');
  const read = async () => {
    const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo');
    const { metrics } = await ofPage.send('Performance.getMetrics');
    const metric = (name: string): number =>
      metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    return {
      // A spare renderer waits beside the page's, and uses nothing.
      cpu: processInfo.reduce(
        (sum, { type, cpuTime }) => (type === 'renderer' ? sum + cpuTime : sum),
        0,
      ),
      tasks: metric('TaskDuration'),
      heap: metric('JSHeapUsedSize'),
      at: performance.now() / 1000,
    };
  };
  const before = await read();
  return async () => {
    const now = await read();
    const elapsed = now.at - before.at;
    await Promise.all([ofPage.detach(), ofBrowser.detach()]);
    return {
      cpu: ((now.cpu - before.cpu) / elapsed) * 100,
      mainThread: ((now.tasks - before.tasks) / elapsed) * 100,
      memory: now.heap / 1e6,
    };
  };
}

/** Between two readings of them, milliseconds: longer than what a page does once a second or two. */
const windowMs = 2000;

/** What the process of this page takes of a core, percent, in windows from now on until it is steady. It has to be the only page of its browser. */
export function rendererShare(browser: Browser, page: Page): Promise<Estimate> {
  return inWindows(
    windowMs,
    async () => {
      const end = await rendererMeter(browser, page);
      return async () => (await end()).cpu;
    },
    { within: 0.05, mostMs: 8_000 },
  );
}
