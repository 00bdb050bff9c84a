import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/chromium.ts';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { nodeFlags } from '../../build/node-flags.ts';
import { root } from '../../build/tool.ts';
import type { Report } from './support/benchmark.ts';
import { ofEstimate, ofPair } from './support/row.ts';
import { alternately, estimate, inTurns } from './support/steady.ts';

interface Started {
  /** Milliseconds until the address was printed, until the page was answered, and until its heading was painted. */
  readonly address: number;
  readonly answered: number;
  readonly drawn: number | null;
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('the web shell has no output');
  const [line] = await once(createInterface({ input: server.stdout }), 'line');
  return String(line);
}

/** Milliseconds on a clock that this process and a page have in common. */
const now = (): number => performance.timeOrigin + performance.now();

/** In a page: keeps when its heading was painted. What asks from outside whether it is there does so half a second apart. */
function keepWhenDrawn(): void {
  const look = new MutationObserver(() => {
    if (document.querySelector('h1') === null) return;
    look.disconnect();
    const keep = () =>
      Object.assign(window, { drawnAt: performance.timeOrigin + performance.now() });
    requestAnimationFrame(() => setTimeout(keep));
  });
  look.observe(document, { childList: true, subtree: true });
}

async function emptyPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(keepWhenDrawn);
  return page;
}

/** Starts the web shell for a browser that is there with an empty page. */
async function startOnce(browser: Browser | null): Promise<Started> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const page = browser === null ? null : await emptyPage(browser);
  const start = now();
  const server = spawn(
    process.execPath,
    [...nodeFlags, 'out/serve.js', '--port', '0', '--no-open', '--data-dir', directory],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const url = await addressOf(server);
    const address = now() - start;
    if (page === null) {
      const response = await fetch(url);
      await response.text();
      return { address, answered: now() - start, drawn: null };
    }
    const loading = page.waitForResponse((response) => response.ok());
    await page.goto(url, { waitUntil: 'commit' });
    await loading;
    const answered = now() - start;
    const drawn = await page.waitForFunction(() => 'drawnAt' in window && Number(window.drawnAt));
    return { address, answered, drawn: Number(await drawn.jsonValue()) - start };
  } finally {
    await page?.context().close();
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  }
}

function bareNode(): number {
  const start = performance.now();
  spawnSync(process.execPath, ['--eval', '0']);
  return performance.now() - start;
}

export async function webShellStart(report: Report): Promise<void> {
  ensureBuilt('renderer');
  ensureBuilt('server');
  const found = findChromium();
  const browser =
    'path' in found
      ? await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] })
      : null;
  // What is compiled at the first start is kept for those that follow.
  await startOnce(browser);
  const runs: Started[] = [];
  const pair = await inTurns(
    alternately(
      async () => {
        const run = await startOnce(browser);
        runs.push(run);
        return run.address;
      },
      async () => bareNode(),
    ),
    { within: 0.03, mostMs: 15_000 },
  );
  await browser?.close();
  const unit = 'ms';
  report({
    what: 'core ready, address printed',
    unit,
    ...ofPair(pair, 'bare Node'),
    budget: { of: 'value', most: 400 },
  });
  report({
    what: 'first answer',
    unit,
    ...ofEstimate(estimate(runs.map(({ answered }) => answered))),
  });
  if (browser === null) return;
  report({
    what: 'board drawn',
    unit,
    ...ofEstimate(estimate(runs.map(({ drawn }) => drawn ?? Number.NaN))),
    budget: { of: 'value', most: 1500 },
  });
}
