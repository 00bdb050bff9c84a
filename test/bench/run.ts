import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { benchmarks } from './benchmarks.ts';
import type { Benchmark, Options } from './support/benchmark.ts';
import { type JudgedRow, table } from './support/row.ts';

interface Result {
  readonly rows: readonly JudgedRow[];
  readonly outcome: 'done' | 'failed' | 'cannot-run';
}

/** `npm run bench`. Exit codes: 0 all were run or cannot be run here, 1 one failed, 2 usage. A budget that is missed is told, and fails nothing. */
async function main(): Promise<void> {
  const command = new Command('bench')
    .option('--json', 'one JSON document on standard output', false)
    .option('--only <name...>', 'run these only')
    .option('--soak <minutes>', 'how long the heap is watched', minutes, 2)
    .option('--list', 'print the names', false)
    .allowExcessArguments(false)
    .exitOverride();
  command.parse();
  const { json, only, list, soak } = command.opts<{
    json: boolean;
    only?: string[];
    list: boolean;
    soak: number;
  }>();
  if (list) {
    for (const { name, about } of benchmarks) process.stdout.write(`${name.padEnd(22)}${about}\n`);
    return;
  }
  const unknown = only?.find((name) => !benchmarks.some((one) => one.name === name));
  if (unknown !== undefined) command.error(`error: there is no benchmark ${unknown}; see --list`);
  const chosen = benchmarks.filter(({ name }) => only?.includes(name) ?? true);
  const [load = 0] = loadavg();
  if (load > cpus().length / 2)
    process.stderr.write(
      `The machine is busy (load ${load.toFixed(1)}): it can do better than this.\n`,
    );
  const results: Result[] = [];
  for (const benchmark of chosen) {
    const say = json ? process.stderr : process.stdout;
    say.write(`\n${benchmark.name}: ${benchmark.about}\n`);
    const result = await run(benchmark, { soakMinutes: soak });
    results.push(result);
    if (!json) process.stdout.write(`${table(result.rows)}\n`);
    if (result.outcome !== 'done') say.write(`${result.outcome}\n`);
  }
  if (json) {
    const model = cpus()[0]?.model ?? '';
    const machine = { node: process.version, cpus: cpus().length, model, load };
    const rows = results.flatMap((result) => result.rows);
    process.stdout.write(`${JSON.stringify({ machine, rows }, null, 2)}\n`);
  }
  if (results.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
}

function minutes(text: string): number {
  const value = Number(text);
  if (!(value >= 0.5)) throw new InvalidArgumentError('Half a minute at least.');
  return value;
}

/** Runs one benchmark in a process of its own. */
async function run({ name }: Benchmark, options: Options): Promise<Result> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--expose-gc',
      fileURLToPath(new URL('./run-one.ts', import.meta.url)),
      name,
      JSON.stringify(options),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const passOn = (signal: NodeJS.Signals): void => {
    child.kill(signal);
    process.exit(130);
  };
  process.on('SIGTERM', passOn).on('SIGINT', passOn);
  const ended = once(child, 'exit');
  const lines = (await text(child.stdout)).split('\n').filter(Boolean);
  const [code] = await ended;
  process.off('SIGTERM', passOn).off('SIGINT', passOn);
  const rows = lines.map((line) => JSON.parse(line) as JudgedRow);
  return { rows, outcome: code === 0 ? 'done' : code === 3 ? 'cannot-run' : 'failed' };
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
