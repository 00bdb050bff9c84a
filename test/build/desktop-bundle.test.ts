import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binOf, root } from '../../build/tool.ts';

const run = promisify(execFile);

/** Within the checkout, where the bundle finds what it does not contain; beside `out/`, which others may be using. */
const built = join(root, 'out/desktop-test');
let dataDirectory: string;

beforeAll(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'spcp-bundle-'));
  await run(
    process.execPath,
    [
      binOf('electron-vite'),
      'build',
      '--config',
      'build/electron.vite.config.ts',
      '--outDir',
      join(built, 'out'),
    ],
    { cwd: root },
  );
});
afterAll(() => {
  rmSync(built, { recursive: true, force: true });
  rmSync(dataDirectory, { recursive: true, force: true });
});

test('the built desktop app runs as an ES module, opens its window on its own page, has a thread for its store, and ends in order', async () => {
  const { stdout } = await run(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--import',
    join(root, 'test/build/electron-hook.ts'),
    join(root, 'test/build/run-bundle.ts'),
    built,
    dataDirectory,
  ]);
  expect(JSON.parse(stdout)).toEqual({
    loaded: 'app://console/',
    preload: join(built, 'out/preload/preload.cjs'),
    page: 200,
    inlineScript: false,
    script: 200,
    threads: [0],
    exitCode: 0,
  });
});

test('the preload is one CommonJS file that needs nothing but Electron, as a sandbox wants it', () => {
  const code = readFileSync(join(built, 'out/preload/preload.cjs'), 'utf8');
  expect([...code.matchAll(/require\(["'](.*?)["']\)/g)].map(([, name]) => name)).toEqual([
    'electron',
  ]);
  expect(code).not.toMatch(/^import /m);
  expect(code.length).toBeLessThan(5000);
});
