import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../build/tool.ts';
import { ask, enter, openWindow, ownHeaders } from './web/web-client.ts';

let directory: string;
let children: ChildProcess[];

beforeAll(() => ensureBuilt('renderer'));
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spcp-console-serve-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  await rm(directory, { recursive: true });
});

function serve(...args: string[]) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'electron/serve.ts', ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  children.push(child);
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [line, rest] = output.out.split('\n');
      if (line !== undefined && rest !== undefined) resolve(line);
    });
    void ended.then(() => reject(new Error(output.err)));
  });
  address.catch(() => undefined);
  return { child, output, ended, address };
}

const start = (...args: string[]) =>
  serve('--port', '0', '--no-open', '--data-dir', directory, ...args);

describe('the web shell', () => {
  it('prints one line, its address with a one-time token, and serves the app and its contract there', async () => {
    const { address, output, child, ended } = start();
    const url = new URL(await address);
    expect(url.href).toMatch(/^http:\/\/127\.0\.0\.1:[0-9]+\/\?token=[A-Za-z0-9_-]{43}$/);
    const port = Number(url.port);
    const cookie = await enter(url.href);
    expect((await ask(port, { headers: { cookie } })).text).toContain('<div id="root">');
    const window = await openWindow(port, ownHeaders(port, cookie));
    window.send({ type: 'call', id: 1, name: 'app.info', input: {} });
    expect(await window.next(() => true)).toMatchObject({
      result: { ok: true, value: { shell: 'web', dataDirectory: directory } },
    });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output).toEqual({ out: `${url.href}\n`, err: '' });
  });

  it('has the demo fleet from the start when told so', async () => {
    const { address, child, ended } = start('--demo');
    const url = await address;
    const port = Number(new URL(url).port);
    const window = await openWindow(port, ownHeaders(port, await enter(url)));
    window.send({ type: 'call', id: 1, name: 'demo.info', input: {} });
    expect(await window.next(() => true)).toMatchObject({
      result: { value: [{ name: 'Demo Madrid' }, {}, {}] },
    });
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('takes an interrupt that reaches it twice at once, as from a terminal through npm, for one', async () => {
    const { address, child, ended } = start('--demo');
    await address;
    child.kill('SIGINT');
    child.kill('SIGINT');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('says in one line that its port is taken, and ends with 1', async () => {
    const { port } = new URL(await start().address);
    const { ended, output } = serve('--port', port, '--no-open', '--data-dir', directory);
    expect(await ended).toBe(1);
    expect(output.out).toBe('');
    expect(output.err).toMatch(new RegExp(`^error: TCP port ${port} .* is taken[^\\n]*\\n$`));
  });

  it('says in one line that its data directory cannot be one, and ends with 1', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    const { ended, output } = serve('--port', '0', '--no-open', '--data-dir', join(file, 'x'));
    expect(await ended).toBe(1);
    expect(output.out).toBe('');
    expect(output.err).toMatch(/^error: [^\n]+\n$/);
  });

  it('ends with 2 and a message on a wrong option', async () => {
    const { ended, output } = serve('--port', 'none');
    expect(await ended).toBe(2);
    expect(output.out).toBe('');
    expect(output.err).toContain('--port');
  });
});
