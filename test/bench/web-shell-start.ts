import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../build/chromium.ts';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { nodeFlags } from '../../build/node-flags.ts';
import { root } from '../../build/tool.ts';
import type { Report } from './support/benchmark.ts';
import { cardOfBoard, keepWhenDrawn } from './support/keep-when-drawn.ts';
import { fillWithProfiles } from './support/profile-directory.ts';
import { ofEstimate, ofPair } from './support/row.ts';
import { alternately, estimate, inTurns } from './support/steady.ts';

/** What the board draws: of none it would be the first run. */
const profiles = 50;

interface Started {
  /** Milliseconds until the address was printed, until the page was answered, and until a card of the board was painted. */
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

async function emptyPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(keepWhenDrawn, cardOfBoard);
  return page;
}

/** Starts the web shell for a browser that is there with an empty page, on a data directory that is a copy of this one. Rejects where no card is drawn. */
async function startOnce(browser: Browser | null, filled: string): Promise<Started> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  cpSync(filled, directory, { recursive: true });
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
    return { address, answered, drawn: (await drawnAt(page)) - start };
  } finally {
    await page?.context().close();
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  }
}

async function drawnAt(page: Page): Promise<number> {
  try {
    const drawn = await page.waitForFunction(() => 'drawnAt' in window && Number(window.drawnAt));
    return Number(await drawn.jsonValue());
  } catch (error) {
    throw new Error('no card of the board was drawn', { cause: error });
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
  const filled = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  await fillWithProfiles(filled, profiles);
  // What is compiled at the first start is kept for those that follow.
  await startOnce(browser, filled);
  const runs: Started[] = [];
  const pair = await inTurns(
    alternately(
      async () => {
        const run = await startOnce(browser, filled);
        runs.push(run);
        return run.address;
      },
      async () => bareNode(),
    ),
    { within: 0.03, mostMs: 15_000 },
  );
  await browser?.close();
  rmSync(filled, { recursive: true, force: true });
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
    what: `board of ${profiles} proxies drawn`,
    unit,
    ...ofEstimate(estimate(runs.map(({ drawn }) => drawn ?? Number.NaN))),
    budget: { of: 'value', most: 1500 },
  });
}
