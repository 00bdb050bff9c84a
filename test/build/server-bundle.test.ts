import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binOf, root } from '../../build/tool.ts';
import { ask, enter, openWindow } from '../electron/web/web-client.ts';

const run = promisify(execFile);

/** Within the checkout, where the bundle finds what it does not contain; beside `out/`, which others may be using. */
const built = join(root, 'out/server-test');
let dataDirectory: string;

beforeAll(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'spcp-bundle-'));
  await run(
    process.execPath,
    [
      binOf('vite'),
      'build',
      '--config',
      'build/server.vite.config.ts',
      '--outDir',
      join(built, 'out'),
    ],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
  mkdirSync(join(built, 'out/renderer'), { recursive: true });
  writeFileSync(join(built, 'out/renderer/index.html'), '<p>the page</p>');
});
afterAll(() => {
  rmSync(built, { recursive: true, force: true });
  rmSync(dataDirectory, { recursive: true, force: true });
});

test('the built server serves the pages beside it and carries the contract, the demo fleet and the store in its thread too, and ends in order', async () => {
  const server = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(built, 'out/serve.js'),
      ...['--port', '0', '--no-open', '--demo', '--data-dir', dataDirectory],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = once(server, 'exit');
  const faults = text(server.stderr);
  try {
    const [address] = await once(createInterface({ input: server.stdout }), 'line');
    const entered = await enter(String(address));
    const page = await ask(entered.port, { headers: { cookie: entered.cookie } });
    expect(page.text).toContain('the page');
    const window = await openWindow(entered);
    window.send({ type: 'call', id: 1, name: 'app.info', input: {} });
    expect(await window.next(() => true)).toMatchObject({
      result: { ok: true, value: { shell: 'web', dataDirectory } },
    });
    window.send({ type: 'call', id: 2, name: 'profiles.list', input: {} });
    expect(
      await window.next((message) => message.type === 'result' && message.id === 2),
    ).toMatchObject({
      result: { ok: true, value: [{}, {}, {}] },
    });
    window.send({ type: 'call', id: 3, name: 'events.list', input: { limit: 10 } });
    expect(
      await window.next((message) => message.type === 'result' && message.id === 3),
    ).toMatchObject({ result: { ok: true } });
  } finally {
    server.kill('SIGTERM');
  }
  expect((await ended)[0]).toBe(0);
  // The thread of the store is one of its files.
  expect(await faults).toBe('');
});

test('the built server starts without what is not needed to show a board', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bundle-'));
  // In its thread, where this runs too, it says nothing.
  const atEnd = `process.once('exit', () => {
    if (!process.getBuiltinModule('node:worker_threads').isMainThread) return;
    const own = Object.keys(process.getBuiltinModule('node:module')._cache);
    process.stderr.write(JSON.stringify([...process.moduleLoadList, ...own]));
  });`;
  const server = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      `data:text/javascript,${encodeURIComponent(atEnd)}`,
      join(built, 'out/serve.js'),
      ...['--port', '0', '--no-open', '--data-dir', directory],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const loaded = text(server.stderr);
  await once(createInterface({ input: server.stdout }), 'line');
  server.kill('SIGTERM');
  const names = JSON.parse(await loaded) as string[];
  rmSync(directory, { recursive: true, force: true });
  expect(names).toContain('NativeModule http');
  // A client for the web, of which the console needs nothing, and which is half as large as the console.
  expect(names.filter((name) => name.includes('undici'))).toEqual([]);
  expect(names.filter((name) => /node_modules[/\\](koffi|sctp)/.test(name))).toEqual([]);
});
