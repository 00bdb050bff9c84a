import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built.ts';
import { root } from '../../build/tool.ts';
import { ask, enter, openWindow } from './web/web-client.ts';

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

interface Surroundings {
  readonly env?: NodeJS.ProcessEnv;
  /** File descriptors that the process may have. */
  readonly descriptors?: number;
}

function serve(args: readonly string[], { env, descriptors }: Surroundings = {}) {
  const limit = descriptors === undefined ? '' : `ulimit -n ${descriptors}; `;
  const script = ['--disable-warning=ExperimentalWarning', 'electron/serve.ts'];
  const child = spawn(
    'sh',
    ['-c', `${limit}exec "$@"`, 'sh', process.execPath, ...script, ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
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
  serve(['--port', '0', '--no-open', '--data-dir', directory, ...args]);

describe('the web shell', () => {
  it('prints one line, its address with a one-time token, and serves the app and its contract there', async () => {
    const { address, output, child, ended } = start();
    const url = new URL(await address);
    expect(url.href).toMatch(/^http:\/\/127\.0\.0\.1:[0-9]+\/\?token=[A-Za-z0-9_-]{43}$/);
    const entered = await enter(url.href);
    const { port, cookie } = entered;
    expect((await ask(port, { headers: { cookie } })).text).toContain('<div id="root">');
    const window = await openWindow(entered);
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
    const window = await openWindow(await enter(await address));
    window.send({ type: 'call', id: 1, name: 'demo.info', input: {} });
    expect(await window.next(() => true)).toMatchObject({
      result: { value: [{ name: 'Demo Madrid' }, {}, {}] },
    });
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('serves metrics where it is told to, and ends while they are asked for', async () => {
    const { address, output, child, ended } = start('--demo', '--metrics', '0');
    await address;
    const [, metrics = ''] = /^Metrics for Prometheus: (\S+)$/m.exec(output.err) ?? [];
    await expect
      .poll(async () => (await fetch(metrics)).text(), { interval: 200 })
      .toMatch(/^spcp_transferred_bytes_total\{profile="[^"]+",name="Demo Madrid"/m);
    const asked = Array.from({ length: 20 }, () => fetch(metrics).catch(() => null));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await Promise.all(asked);
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
    const { ended, output } = serve(['--port', port, '--no-open', '--data-dir', directory]);
    expect(await ended).toBe(1);
    expect(output.out).toBe('');
    expect(output.err).toMatch(
      new RegExp(`^error: Port ${port} of 127\\.0\\.0\\.1 is taken [^\\n]*--port[^\\n]*\\n$`),
    );
  });

  it('says in one line that its data directory cannot be one, and ends with 1', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    const { ended, output } = serve(['--port', '0', '--no-open', '--data-dir', join(file, 'x')]);
    expect(await ended).toBe(1);
    expect(output.out).toBe('');
    expect(output.err).toMatch(/^error: [^\n]+\n$/);
  });

  it('ends with 2 and a message on a wrong option', async () => {
    const { ended, output } = serve(['--port', 'none']);
    expect(await ended).toBe(2);
    expect(output.out).toBe('');
    expect(output.err).toContain('--port');
  });

  it.runIf(process.platform === 'linux')(
    'hands its address to the browser by a file, never by an argument, and removes that',
    async () => {
      const opened = join(directory, 'opened');
      const opener = join(directory, 'xdg-open');
      const home = join(directory, 'home');
      await mkdir(home);
      await writeFile(
        opener,
        `#!/bin/sh\nprintf '%s' "$*" > ${opened}.part\nmv ${opened}.part ${opened}\n`,
      );
      await chmod(opener, 0o755);
      const env = {
        ...{ DISPLAY: ':1', HOME: home, TMPDIR: home },
        PATH: `${directory}:${process.env.PATH}`,
      };
      const args = ['--port', '0', '--data-dir', join(directory, 'data')];
      const { address, child, ended, output } = serve(args, { env });
      await address;
      await expect.poll(() => existsSync(opened)).toBe(true);
      const path = await readFile(opened, 'utf8');
      expect(path).toMatch(new RegExp(`^${home}/.*\\.html$`));
      const page = await readFile(path, 'utf8');
      const [, target = ''] = page.match(/url=([^"]+)"/) ?? [];
      expect(target).not.toBe(await address);
      await enter(target);
      await expect.poll(() => readdir(home)).toEqual([]);
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(output.err).toBe('');
    },
  );

  it.runIf(process.platform === 'linux')(
    'leaves no file behind that no browser has read',
    async () => {
      const home = join(directory, 'home');
      await mkdir(join(home, 'snap'), { recursive: true });
      const opener = join(directory, 'xdg-open');
      await writeFile(opener, '#!/bin/sh\n');
      await chmod(opener, 0o755);
      const env = { DISPLAY: ':1', HOME: home, PATH: `${directory}:${process.env.PATH}` };
      const args = ['--port', '0', '--data-dir', join(directory, 'data')];
      const { address, child, ended } = serve(args, { env });
      await address;
      // A browser that is a snap sees this user's home, and no other temporary directory than its own.
      await expect.poll(async () => (await readdir(home)).length).toBe(2);
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(await readdir(home)).toEqual(['snap']);
    },
  );

  it.runIf(process.platform === 'linux')(
    'goes on, with its windows, when no file descriptor is left',
    async () => {
      const args = ['--port', '0', '--no-open', '--data-dir', directory];
      const { address, child, ended } = serve(args, { descriptors: 64 });
      const entered = await enter(await address);
      const { port, cookie } = entered;
      const window = await openWindow(entered);
      const crowd = Array.from({ length: 100 }, () => connect(port, '127.0.0.1'));
      for (const socket of crowd) {
        socket.on('error', () => undefined);
        socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`);
      }
      window.send({ type: 'call', id: 1, name: 'app.info', input: {} });
      expect(await window.next(({ id }) => id === 1)).toMatchObject({ result: { ok: true } });
      // Those that got no descriptor were closed, and those that got one are answered, if only that the file cannot be read.
      await Promise.all(
        crowd.map(
          (socket) => new Promise((resolve) => socket.once('data', resolve).once('close', resolve)),
        ),
      );
      for (const socket of crowd) socket.destroy();
      await expect
        .poll(async () => (await ask(port, { headers: { cookie } }).catch(() => null))?.status)
        .toBe(200);
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    },
  );
});
