import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../build/tool.ts';
import { commandsFor } from '../../../electron/cli/commands.ts';
import { describeCommandLine } from '../../../electron/cli/describe.ts';

const run = promisify(execFile);
let program: Awaited<ReturnType<typeof describeCommandLine>>;
beforeAll(async () => {
  program = await describeCommandLine('en', process);
});

const loadedFor = async (...argv: readonly string[]) =>
  (await commandsFor(argv, program.options)).map(({ name }) => name);

describe('the commands of the command line', () => {
  it('are declared by the modules that their names stand for', async () => {
    const names = program.commands.map((command) => command.name());
    expect(names).toContain('metrics');
    for (const name of names) {
      const loaded = await loadedFor(name);
      const called = `add-${name}`.replaceAll(/-([a-z])/g, (_, letter: string) =>
        letter.toUpperCase(),
      );
      expect(loaded).toEqual([called]);
    }
  });

  it('are found behind options of the program and their values', async () => {
    const metrics = ['addMetrics'];
    expect(await loadedFor('--host', 'watch', 'metrics')).toEqual(metrics);
    expect(await loadedFor('-L', 'watch', '--json', 'metrics', 'doctor')).toEqual(metrics);
    expect(await loadedFor('--host=watch', 'metrics')).toEqual(metrics);
  });

  it('are all there where none of them is named', async () => {
    const all = program.commands.length;
    for (const argv of [
      [],
      ['--help'],
      ['help', 'metrics'],
      ['metrik'],
      ['--host', 'metrics'],
      ['--', 'x'],
    ])
      expect(await loadedFor(...argv), argv.join(' ')).toHaveLength(all);
  });
});

/** The sources that a command of the command line loads until it ends, by their paths. */
async function sourcesOf(...argv: readonly string[]): Promise<readonly string[]> {
  const report = `import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) {
      process._rawDebug(url);
      return next(url, context);
    } });`;
  const { stderr } = await run(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, 'electron/cli.ts', ...argv],
    { cwd: root, env: { ...process.env, SPCP_PASSWORD: 'secret' } },
  ).catch((error: { readonly stderr: string }) => error);
  return stderr.split('\n').filter((line) => line.startsWith('file:'));
}

it('a command for a proxy that is named by its host starts without what keeps profiles, and without other commands', async () => {
  // Nothing answers there, and what would ask is loaded all the same.
  const sources = await sourcesOf(
    'metrics',
    '--host',
    '127.0.0.1',
    '--transport',
    'udp',
    '--udp-port',
    '9',
    '--timeout',
    '100ms',
  );
  const having = (part: string) => sources.filter((url) => url.includes(part));
  expect(having('/electron/spcp/session.ts')).toHaveLength(1);
  expect(having('/electron/cli/commands/')).toHaveLength(1);
  for (const part of ['store', 'plan', 'alerts', 'report', 'core'])
    expect(having(`/electron/${part}/`), part).toEqual([]);
});
