import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../build/tool.ts';
import { enter, openWindow } from '../electron/web/web-client.ts';
import { missingProgram } from '../support/has-program.ts';
import { whySkipped } from '../support/why-skipped.ts';

const unit = join(root, 'build/systemd/spcp-console.service');
const lines = readFileSync(unit, 'utf8').split('\n');

/** All values of a setting of the unit. */
const valuesOf = (name: string): string[] =>
  lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));

const missing = missingProgram('systemd-analyze', 'systemd');
const units = ['spcp-console', 'spcp-console-collect', 'spcp-console-collect@'];

describe.skipIf(missing !== null).each(units)(
  `systemd says of %s${whySkipped(missing)}`,
  (name) => {
    const file = join(root, `build/systemd/${name}.service`);

    test('that all of it means something', () => {
      const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], {
        encoding: 'utf8',
      });
      // The one thing that a machine without the package does not have.
      const complaints = stderr
        .split('\n')
        .filter((line) => line.includes('spcp-console') && !line.includes('is not executable'));
      expect(complaints).toEqual([]);
    });

    test('that it exposes less than 2 of 10', () => {
      const { status, stdout } = spawnSync(
        'systemd-analyze',
        ['security', '--offline=yes', '--threshold=20', file],
        { encoding: 'utf8' },
      );
      expect(
        Number(/exposure level for spcp-console[\w@-]*\.service: ([\d.]+)/.exec(stdout)?.[1]),
      ).toBeLessThan(2);
      expect(status).toBe(0);
    });
  },
);

const other =
  process.getuid?.() === 0
    ? missingProgram('setpriv', 'util-linux')
    : 'only root can become another user';

describe.skipIf(other !== null)(`the command of the unit${whySkipped(other)}`, () => {
  let state: string;
  let checkout: string;

  beforeAll(() => {
    state = mkdtempSync(join(tmpdir(), 'spcp-unit-'));
    checkout = join(state, 'lib');
    mkdirSync(checkout);
    chmodSync(state, 0o755);
    // The checkout may lie where no other user may look.
    for (const part of ['electron', 'shared', 'package.json'])
      execFileSync('cp', ['-r', join(root, part), checkout]);
    mkdirSync(join(checkout, 'out/renderer'), { recursive: true });
    writeFileSync(join(checkout, 'out/renderer/index.html'), '<p>the page</p>');
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { readonly dev?: boolean }>;
    };
    for (const [path, { dev }] of Object.entries(packages)) {
      if (dev || !path.startsWith('node_modules/') || !existsSync(join(root, path))) continue;
      mkdirSync(dirname(join(checkout, path)), { recursive: true });
      execFileSync('cp', ['-r', join(root, path), dirname(join(checkout, path))]);
    }
    execFileSync('cp', [process.execPath, join(state, 'node')]);
  });
  afterAll(() => rmSync(state, { recursive: true, force: true }));

  test('runs as a user who owns nothing but its state, says another address when it is reloaded, and ends in order', async () => {
    const [home = ''] = valuesOf('Environment')
      .filter((value) => value.startsWith('SPCP_CONSOLE_HOME='))
      .map((value) => value.replace(/^SPCP_CONSOLE_HOME=%S/, state));
    const [program = '', ...args] = (valuesOf('ExecStart')[0] ?? '').split(' ');
    expect(program).toBe('/usr/local/bin/spcp-console');
    const mode = Number.parseInt(valuesOf('StateDirectoryMode')[0] ?? '', 8);
    mkdirSync(home, { mode });
    execFileSync('chown', ['nobody', home]);
    const service = spawn(
      'setpriv',
      [
        ...['--reuid', 'nobody', '--clear-groups', '--no-new-privs', '--bounding-set=-all'],
        ...[join(state, 'node'), join(checkout, 'electron/spcp-console.ts')],
        ...args.map((arg) => (arg === '9080' ? '0' : arg)),
      ],
      {
        cwd: '/',
        env: { PATH: process.env.PATH, HOME: home, SPCP_CONSOLE_HOME: home },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = once(service, 'exit');
    const said = createInterface({ input: service.stdout })[Symbol.asyncIterator]();
    try {
      const first = await said.next();
      expect(valuesOf('ExecReload')).toEqual(['/bin/kill -USR2 $MAINPID']);
      service.kill('SIGUSR2');
      const second = await said.next();
      expect(second.value).not.toBe(first.value);
      const window = await openWindow(await enter(String(second.value)));
      window.send({ type: 'call', id: 1, name: 'app.info', input: {} });
      expect(await window.next(() => true)).toMatchObject({
        result: { ok: true, value: { shell: 'web', dataDirectory: home } },
      });
      expect(statSync(home).mode & 0o777).toBe(0o700);
    } finally {
      service.kill('SIGTERM');
    }
    expect((await ended)[0]).toBe(0);
  });
});
