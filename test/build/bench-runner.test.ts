import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../build/tool.ts';
import { benchmarks } from '../bench/benchmarks.ts';
import { openCheckouts } from '../bench/runner/checkouts.ts';
import { commandOf, figuresTable, notRun, withTable } from '../bench/runner/figures-table.ts';
import { parseRunArguments } from '../bench/runner/options.ts';
import { runBenchmark } from '../bench/runner/run-benchmark.ts';
import { judge } from '../bench/support/row.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'spcp-bench-test-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));

function start(...args: readonly string[]) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'test/bench/run.ts', ...args],
    {
      cwd: root,
      env: { ...process.env, TMPDIR: directory },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return { child, exited: once(child, 'exit'), err: text(child.stderr) };
}

function git(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync('git', ['-C', directory, ...args], {
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  });
  expect(status, stderr).toBe(0);
  return stdout.trim();
}

describe('what is asked for', () => {
  test('is all that does not take long, unless all or some are named', () => {
    const named = (...args: readonly string[]) =>
      parseRunArguments(args).chosen.map(({ name }) => name);
    expect(named()).toEqual(benchmarks.filter(({ isLong }) => !isLong).map(({ name }) => name));
    expect(named('--long')).toEqual(benchmarks.map(({ name }) => name));
    expect(named('--only', 'soak', 'request-udp')).toEqual(['request-udp', 'soak']);
    expect(parseRunArguments(['--table']).table).toBe('README.md');
    expect(parseRunArguments(['--table', 'figures.md', '--long']).table).toBe('figures.md');
  });

  test.each([
    ['a benchmark that there is none of', ['--only', 'request'], 'there is no benchmark request'],
    ['an unknown option', ['--fast'], 'unknown option'],
    ['a word too much', ['soak'], 'too many arguments'],
    ['no time for the heap', ['--soak', '0'], 'half a minute'],
    ['what is no time', ['--soak', 'NaN'], 'half a minute'],
    ['no revision', ['--against'], 'argument missing'],
    ['an empty revision', ['--against', ''], 'needs a revision'],
    ['a table of two commits', ['--against', 'HEAD', '--table'], 'not for --against'],
    ['a table of some', ['--only', 'soak', '--table'], 'exclude each other'],
    ['a revision that there is none of', ['--against', 'no-such-branch'], 'there is no commit'],
    ['an option for a revision', ['--against=--all'], 'there is no commit --all'],
    ['a file in a place that there is none of', ['--table', 'package.json'], 'has no place'],
  ])('with %s ends with code 2 and says why', async (_, args, why) => {
    const { exited, err } = start(...args);
    const [code] = await exited;
    expect(await err).toContain(why);
    expect(code).toBe(2);
  });
});

describe('a commit that is checked out', () => {
  beforeEach(() => {
    git('init', '--quiet');
    for (const folder of ['test/bench', 'test/support', 'test/interop', 'node_modules']) {
      mkdirSync(join(directory, folder), { recursive: true });
      writeFileSync(join(directory, folder, 'old.ts'), 'old');
    }
    writeFileSync(join(directory, '.gitignore'), 'node_modules/\n');
    writeFileSync(join(directory, 'product.ts'), 'old');
    writeFileSync(join(directory, 'package-lock.json'), '{}');
    git('add', '--all');
    git('-c', 'user.name=n', '-c', 'user.email=e', 'commit', '--quiet', '--message', 'first');
    writeFileSync(join(directory, 'product.ts'), 'new');
    rmSync(join(directory, 'test/bench/old.ts'));
    writeFileSync(join(directory, 'test/bench/new.ts'), 'new');
  });

  test('has its own product, once with the benchmarks of now and once with its own, and the modules that are installed', () => {
    const checkouts = openCheckouts('HEAD', directory);
    const [ours, own] = [checkouts.withOurs(), checkouts.withItsOwn()];
    expect(readFileSync(join(ours, 'product.ts'), 'utf8')).toBe('old');
    expect(readdirSync(join(ours, 'test/bench'))).toEqual(['new.ts']);
    expect(readdirSync(join(own, 'test/bench'))).toEqual(['old.ts']);
    expect(readdirSync(join(ours, 'node_modules'))).toEqual(['old.ts']);
    expect(checkouts.withOurs()).toBe(ours);
    expect(checkouts.commit).toBe(git('rev-parse', 'HEAD'));
    expect(checkouts.wantsOthers).toBe(false);
    checkouts.remove();
  });

  test('leaves nothing once it is removed, nor anything of what is here touched', () => {
    const checkouts = openCheckouts('HEAD', directory);
    const path = checkouts.withOurs();
    writeFileSync(join(path, 'built.js'), 'built');
    checkouts.remove();
    checkouts.remove();
    expect(existsSync(path)).toBe(false);
    expect(git('worktree', 'list').split('\n')).toHaveLength(1);
    expect(readdirSync(join(directory, 'node_modules'))).toEqual(['old.ts']);
    expect(readFileSync(join(directory, 'product.ts'), 'utf8')).toBe('new');
  });

  test('is told to want other dependencies where its lock file is another', () => {
    writeFileSync(join(directory, 'package-lock.json'), '{"other":1}');
    const checkouts = openCheckouts('HEAD', directory);
    expect(checkouts.wantsOthers).toBe(true);
    checkouts.remove();
  });

  test('is none where the revision is no commit', () => {
    expect(() => openCheckouts('HEAD:product.ts', directory)).toThrow('there is no commit');
  });
});

test('a comparison that is interrupted ends with code 130 and removes what it checked out', async () => {
  const { child, exited, err } = start('--against', 'HEAD', '--only', 'soak');
  for await (const line of createInterface({ input: child.stdout })) {
    // It is checked out after the line that names the benchmark; either way nothing may stay.
    if (line.startsWith('soak:')) child.kill('SIGINT');
  }
  const [code] = await exited;
  expect(code, await err).toBe(130);
  expect(readdirSync(directory).filter((name) => name.startsWith('spcp-bench'))).toEqual([]);
  const { stdout } = spawnSync('git', ['-C', root, 'worktree', 'list'], { encoding: 'utf8' });
  expect(stdout).not.toContain(directory);
});

test('what a benchmark that is interrupted began is ended, and its files are removed', async () => {
  const controller = new AbortController();
  const before = process.env.TMPDIR;
  process.env.TMPDIR = directory;
  try {
    const running = runBenchmark(root, 'soak', { soakMinutes: 1 }, controller.signal);
    controller.abort();
    expect(await running).toMatchObject({ outcome: 'interrupted', rows: [] });
    expect(readdirSync(directory)).toEqual([]);
    expect(await runBenchmark(root, 'soak', { soakMinutes: 1 }, controller.signal)).toEqual({
      rows: [],
      outcome: 'interrupted',
      seconds: 0,
    });
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
});

test('a benchmark that there is none of fails', async () => {
  const { signal } = new AbortController();
  const { outcome } = await runBenchmark(root, 'none', { soakMinutes: 1 }, signal);
  expect(outcome).toBe('failed');
});

describe('the table of figures', () => {
  const of = (value: number) => ({ value, low: value - 1, high: value + 1, runs: 9 });
  const rows = [
    judge('request', {
      what: 'p50 a|b',
      value: 90,
      unit: 'µs',
      beside: { what: 'echo', value: 30 },
      spread: { value: of(90), ratio: of(3.5) },
      budget: { of: 'ratio', most: 3 },
    }),
    judge('start', { what: 'drawn', value: 1200, unit: 'ms', budget: { of: 'value', most: 1500 } }),
    judge('start', { what: 'told only', value: 1, unit: 'ms' }),
  ];
  const machine = { model: 'CPU', cpus: 2, system: 'Linux 6', node: 'v24.0.0', load: 0.25 };
  const at = Date.UTC(2026, 10, 29, 12);
  const table = figuresTable(rows, [], machine, at);

  test('says when and where it was measured, and of each budget what was found and whether it is kept', () => {
    expect(table.split('\n')[0]).toBe(
      'Measured on 29 November 2026: CPU, 2 cores, Linux 6, Node v24.0.0, load 0.3 as it began. 1 of 2 budgets are kept. In brackets where a median lies with 95 %.',
    );
    expect(table.split('\n').slice(4)).toEqual([
      '| request | p50 a\\|b | 90 µs (89 to 91) | 30 µs echo | 3.5 × (2.5 to 4.5) | 3 × | **missed** |',
      '| start | drawn | 1,200 ms |  |  | 1,500 | kept |',
    ]);
  });

  test('has a line for each benchmark that was not run, and says how many those are', () => {
    const all = ['request', 'start', 'year', 'guest'].map((name) => ({ name }));
    const missing = notRun(all, [
      { name: 'request', outcome: 'done' },
      { name: 'start', outcome: 'done' },
      { name: 'guest', outcome: 'cannot-run' },
    ]);
    const lines = figuresTable(rows, missing, machine, at).split('\n');
    expect(lines[0]).toContain('1 of 2 budgets are kept, and 2 benchmarks were not run. ');
    expect(lines.slice(6)).toEqual([
      '| year | not run: it takes long, and --long was not given |  |  |  |  | **not run** |',
      '| guest | not run: it cannot be run on this machine |  |  |  |  | **not run** |',
    ]);
    expect(figuresTable(rows, missing.slice(1), machine, at)).toContain(
      'kept, and 1 benchmark was not run. ',
    );
  });

  const end = '<!-- end of the figures -->';

  test('takes the place of the one before, and only the command changes of all else', () => {
    const file = `# Title\n\n<!-- figures: npm run bench -- --long --table -->\n\nold\n\n${end}\n\nrest\n`;
    const long = commandOf({ long: true });
    const once = withTable(file, 'new', long);
    expect(once).toBe(file.replace('old', 'new'));
    expect(withTable(once, 'new', long)).toBe(once);
    const short = withTable(once, 'new', commandOf({ long: false }));
    expect(short).toBe(once.replace('-- --long --table', '-- --table'));
    expect(withTable(short, 'new', long)).toBe(once);
    expect(withTable('', 'new', long)).toBe(
      `<!-- figures: npm run bench -- --long --table -->\n\nnew\n\n${end}\n`,
    );
    expect(withTable(withTable('', 'old', long), 'new', long)).toBe(withTable('', 'new', long));
  });

  test('has a place in the README, and none in a file without the marks', () => {
    expect(withTable(readFileSync(join(root, 'README.md'), 'utf8'), 'new', 'some')).toContain(
      '<!-- figures: some -->\n\nnew\n\n',
    );
    expect(() => withTable('text', 'new', 'some')).toThrow('has no place');
    expect(() => withTable(`${end}\n<!-- figures: some -->`, 'new', 'some')).toThrow(
      'has no place',
    );
  });
});
