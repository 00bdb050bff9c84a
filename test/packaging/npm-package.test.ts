import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstat, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ask, enter, openWindow } from '../electron/web/web-client.ts';
import { whySkipped } from '../support/why-skipped.ts';
import { type Installed, installPackage } from './support/npm-package.ts';
import { missingForInstall } from './support/registry.ts';

const run = promisify(execFile);
const missing = missingForInstall();

let installed: Installed;

/** Starts a program of the installed package from an empty directory. */
function start(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  return spawn(join(installed.prefix, 'bin', program), args, {
    cwd: installed.directory,
    env: { ...installed.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs it to its end. */
async function end(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const child = start(program, args, env);
  const closed = once(child, 'close');
  const [out, err] = await Promise.all(
    [child.stdout, child.stderr].map((stream) => text(stream as NodeJS.ReadableStream)),
  );
  const [code] = await closed;
  return { code: Number(code), out: out ?? '', err: err ?? '' };
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  const [line] = await once(createInterface({ input: stdout as NodeJS.ReadableStream }), 'line');
  return String(line);
}

describe.skipIf(missing !== null)(`the package that npm makes${whySkipped(missing)}`, () => {
  beforeAll(async () => {
    installed = await installPackage();
  });
  afterAll(() => installed.remove());

  test('has what runs, its pages, manuals and completions, and nothing else, in so much and no more', () => {
    const { files, size, unpackedSize } = installed.packed;
    const paths = files.map(({ path }) => path).filter((path) => path !== manifest.main);
    // Whatever it is told, npm packs what `main` names, where it was built: Electron begins there, and all else of the desktop app is apart.
    const launch = files.find(({ path }) => path === manifest.main);
    expect(launch?.size ?? 0).toBeLessThan(4096);
    const allowed =
      /^(package\.json|README\.md|LICENSE|out\/spcp(-console)?\.js|out\/command\/[\w-]+\.js|out\/renderer\/(index\.html|licences\.json(\.br)?|assets\/[\w.-]+\.((js|css)(\.br)?|woff2?|svg|png))|out\/share\/[\w./@-]+)$/;
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    for (const path of ['out/spcp.js', 'out/spcp-console.js', 'out/renderer/index.html', 'LICENSE'])
      expect(paths).toContain(path);
    expect(size).toBeLessThan(2.75 * 2 ** 20);
    expect(unpackedSize).toBeLessThan(9 * 2 ** 20);
  });

  test('finds all that it loads among its own dependencies', async () => {
    const top = await realpath(join(installed.prefix, 'lib/node_modules/spcp-console'));
    for (const name of Object.keys(manifest.dependencies))
      expect((await lstat(join(top, 'node_modules', name))).isDirectory()).toBe(true);
    // The address of a kernel's socket call: the native part of koffi is there, and is loaded.
    const { stdout } = await run(
      process.execPath,
      ['--input-type=module', '--eval', "console.log((await import('koffi')).default.version)"],
      { cwd: top },
    );
    expect(stdout.trim()).toBe(manifest.dependencies.koffi);
  });

  test('gives spcp-console, which says what it can, its version, and what is mistyped', async () => {
    const help = await end('spcp-console', ['--help']);
    expect(help.code).toBe(0);
    for (const word of ['serve', 'cli', 'reference-proxy', 'completion'])
      expect(help.out).toMatch(new RegExp(`^  ${word} `, 'm'));
    for (const program of ['spcp-console', 'spcp'])
      expect(await end(program, ['--version'])).toEqual({
        code: 0,
        out: `${manifest.version}\n`,
        err: '',
      });
    const mistyped = await end('spcp-console', ['sevre']);
    expect(mistyped).toMatchObject({ code: 2, out: '' });
    expect(mistyped.err).toContain('Perhaps: serve. See: spcp-console --help');
    expect((await end('spcp', ['--help'])).out).toMatch(/^Usage: spcp \[options\]/);
    expect((await end('spcp', ['metric'])).err).toContain('Perhaps: metrics. See: spcp --help');
    expect((await end('spcp-console', ['serve', '--help'])).out).toMatch(
      /^Usage: spcp-console serve \[options\]/,
    );
  });

  test('holds a whole conversation with a reference proxy: login, metrics, a change that is read back, logout', async () => {
    const proxies = start('spcp-console', [
      'reference-proxy',
      '--quirks',
      '--udp-port',
      '0',
      '--json',
    ]);
    const said = text(proxies.stderr as NodeJS.ReadableStream);
    const ended = once(proxies, 'exit');
    const proxy = JSON.parse(await firstLine(proxies));
    const target = [
      ...['--host', proxy.host, '--port', String(proxy.port), '--user', proxy.user],
      ...['--transport', 'udp', '--udp-port', String(proxy.udpPort)],
    ];
    const spcp = (...args: string[]) =>
      end('spcp', [...args, ...target], { SPCP_PASSWORD: proxy.password });
    try {
      const metrics = await spcp('metrics', '--json');
      expect(metrics).toMatchObject({ code: 0 });
      expect(JSON.parse(metrics.out)).toMatchObject({ connections: '0', accesses: '0' });
      const set = await spcp('transformation', 'set', 'tr a-z A-Z', '--expect', '');
      expect(set).toMatchObject({ code: 0 });
      expect(await spcp('transformation', 'get')).toMatchObject({ code: 0, out: 'tr a-z A-Z\n' });
      // A session that was not ended freezes this one: it would not have answered the second time.
      expect(await spcp('metrics', '--json')).toMatchObject({ code: 0 });
      const audit = await end('spcp', ['audit', 'list', '--json']);
      expect(audit.out).toContain('tr a-z A-Z');
    } finally {
      proxies.kill('SIGINT');
    }
    expect((await ended)[0]).toBe(0);
    expect(await said).not.toMatch(/frozen|crashed/);
  });

  test('serves the console to a browser, with its demo fleet and its store, and ends in order', async () => {
    const server = start('spcp-console', ['serve', '--port', '0', '--no-open', '--demo']);
    const faults = text(server.stderr as NodeJS.ReadableStream);
    const ended = once(server, 'exit');
    try {
      const entered = await enter(await firstLine(server));
      const page = await ask(entered.port, { headers: { cookie: entered.cookie } });
      expect(page.text).toContain('<div id="root">');
      const window = await openWindow(entered);
      window.send({ type: 'call', id: 1, name: 'profiles.list', input: {} });
      expect(await window.next((message) => message.type === 'result')).toMatchObject({
        result: { ok: true, value: [{}, {}, {}] },
      });
    } finally {
      server.kill('SIGTERM');
    }
    expect((await ended)[0]).toBe(0);
    expect(await faults).toBe('');
  });

  test('brings the manual of each program, where man looks for it, and completions as the program prints them', async () => {
    for (const name of ['spcp', 'spcp-console']) {
      const page = await readFile(join(installed.prefix, `share/man/man1/${name}.1`), 'utf8');
      expect(page).toContain(`"SPCP Console ${manifest.version}"`);
    }
    const share = join(installed.prefix, 'lib/node_modules/spcp-console/out/share');
    const shipped = await Promise.all(
      ['spcp-console', 'spcp'].map((name) =>
        readFile(join(share, 'bash-completion/completions', name), 'utf8'),
      ),
    );
    expect((await end('spcp-console', ['completion', 'bash'])).out).toBe(shipped.join(''));
  });
});
