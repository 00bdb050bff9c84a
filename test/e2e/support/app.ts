import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  _electron,
  type Browser,
  test as base,
  chromium,
  expect,
  type Page,
} from '@playwright/test';
import { desktopArguments, desktopBinary } from '../../../build/desktop-binary.ts';
import { root } from '../../../build/tool.ts';

/** The app as a user meets it: a window on a data directory of its own. */
export interface RunningApp {
  readonly page: Page;
  readonly dataDirectory: string;
  /** The console's process. */
  readonly program: ChildProcess;
  /** What the page wrote to its console as an error, and what it threw. */
  readonly faults: readonly string[];
}

/** The first line of a program's standard output. Rejects with its standard error when it ends before. */
export async function firstLine(child: ChildProcess): Promise<string> {
  const [line = ''] = await firstLines(child, 1);
  return line;
}

/** So many lines of it. */
export function firstLines(child: ChildProcess, count: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    if (!child.stdout || !child.stderr) throw new Error('the program has no pipes');
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (lines.push(line) === count) resolve(lines);
    });
    child.once('exit', (code) =>
      reject(new Error(`ended with ${code} before its first lines: ${complaint}`)),
    );
  });
}

/** Interrupts a program and waits until it has ended. */
export async function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  return ended;
}

/** What is started as it is shipped: its sources are hundreds of files, and to find and read them takes most of a start. Built by build/test-e2e.ts. */
const built: ReadonlyMap<string, string> = new Map([['electron/serve.ts', 'out/serve.js']]);

/** A program of this project on the Node that runs the tests. */
export function startProgram(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, built.get(script) ?? script), ...args],
    {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    },
  );
}

function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}

/** The Chromium of the tests, which speaks to nobody of its own accord. */
function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function inWebShell(
  browser: Browser,
  dataDirectory: string,
  env: NodeJS.ProcessEnv,
  run: (app: RunningApp) => Promise<void>,
): Promise<void> {
  const server = startProgram(
    'electron/serve.ts',
    ['--port', '0', '--no-open', '--data-dir', dataDirectory],
    env,
  );
  const url = await firstLine(server);
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
  });
  try {
    const page = await context.newPage();
    const faults = watchFaults(page);
    await page.goto(url);
    // The page of the address hands the key over and goes on to the app.
    await page.waitForURL(({ search }) => search === '');
    await run({ page, dataDirectory, program: server, faults });
  } finally {
    await context.close();
    await interrupt(server);
  }
}

async function inDesktopShell(
  path: string,
  dataDirectory: string,
  env: NodeJS.ProcessEnv,
  run: (app: RunningApp) => Promise<void>,
): Promise<void> {
  const app = await _electron.launch({
    executablePath: path,
    args: desktopArguments(['--data-dir', dataDirectory, '--lang=en-GB']),
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const page = await app.firstWindow();
    await run({ page, dataDirectory, program: app.process(), faults: watchFaults(page) });
  } finally {
    await app.close();
  }
}

/** Answers the browser of all tests of a worker, launched when first asked for; who opens a context in it closes that. */
type OneChromium = () => Promise<Browser>;

/** Tests that run on each shell; the project's name says which. */
export const test = base.extend<
  {
    app: RunningApp;
    /** What lies in the file that administrators write; none without it. */
    managed: object | null;
  },
  { oneChromium: OneChromium }
>({
  managed: [null, { option: true }],
  oneChromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      let launched: Promise<Browser> | undefined;
      await use(() => {
        launched ??= launchChromium();
        return launched;
      });
      await (await launched)?.close();
    },
    { scope: 'worker' },
  ],
  app: async ({ oneChromium, managed }, use, info) => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'spcp-console-e2e-'));
    try {
      const file = join(dataDirectory, 'managed.json');
      if (managed !== null) await writeFile(file, JSON.stringify(managed));
      const env = managed === null ? {} : { SPCP_CONSOLE_MANAGED: file };
      if (info.project.name === 'desktop') {
        const binary = desktopBinary({ download: false, sandboxed: false });
        if ('missing' in binary) {
          info.skip(true, `the desktop shell cannot start: ${binary.missing}`);
          return;
        }
        await inDesktopShell(binary.path, dataDirectory, env, use);
      } else {
        await inWebShell(await oneChromium(), dataDirectory, env, use);
      }
    } finally {
      await rm(dataDirectory, { recursive: true, force: true });
    }
  },
});

export { expect };
