import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { root } from '../../build/tool.ts';
import { whenNpmIsGone } from '../../electron/base/npm-gone.ts';
import { benchmarks } from './benchmarks.ts';
import { against } from './runner/against.ts';
import { CannotBegin } from './runner/cannot-begin.ts';
import { commandOf, figuresTable, notRun, withTable } from './runner/figures-table.ts';
import { isBusy, machineOf } from './runner/machine.ts';
import { parseRunArguments, type RunOptions } from './runner/options.ts';
import { type Result, runBenchmark } from './runner/run-benchmark.ts';
import { table } from './support/row.ts';

/** `npm run bench`. Exit codes as its help says; a budget that is missed is told, and fails nothing. */
async function main(): Promise<void> {
  const options = parseRunArguments(process.argv.slice(2));
  if (options.list) {
    for (const { name, about, isLong } of benchmarks)
      process.stdout.write(`${name.padEnd(22)}${about}${isLong ? ' (--long)' : ''}\n`);
    return;
  }
  const signal = interruption();
  const machine = machineOf();
  if (isBusy(machine))
    process.stderr.write(
      `The machine is busy (load ${machine.load.toFixed(1)}): it can do better than this.\n`,
    );
  const failed =
    options.against === null
      ? await measureAll(options, signal)
      : await against(options.against, options, signal);
  process.exitCode = signal.aborted ? 130 : failed ? 1 : 0;
}

/** Fires at the first Ctrl+C, signal or end of npm; at the second the process ends at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, interrupt);
  whenNpmIsGone(interrupt);
  return controller.signal;
}

/** Answers whether one failed. */
async function measureAll(options: RunOptions, signal: AbortSignal): Promise<boolean> {
  const { chosen, json, soakMinutes, table: file } = options;
  const place = file === null ? null : tablePlace(file, commandOf(options));
  const machine = machineOf();
  const at = Date.now();
  const say = (text: string) => (json ? process.stderr : process.stdout).write(`${text}\n`);
  const results: (Result & { readonly name: string })[] = [];
  for (const { name, about } of chosen) {
    if (signal.aborted) break;
    say(`\n${name}: ${about}`);
    const result = await runBenchmark(root, name, { soakMinutes }, signal);
    results.push({ name, ...result });
    if (!json) say(table(result.rows));
    say(result.outcome === 'done' ? `${Math.round(result.seconds)} s` : result.outcome);
  }
  const minutes = results.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
  say(`\n${minutes.toFixed(1)} min in all`);
  const rows = results.flatMap((result) => result.rows);
  if (json) process.stdout.write(`${JSON.stringify({ machine, rows }, null, 2)}\n`);
  const failed = results.some(({ outcome }) => outcome === 'failed');
  if (place !== null) {
    if (failed || signal.aborted) say('The table was not written: not all were measured.');
    else place(figuresTable(rows, notRun(benchmarks, results), machine, at));
  }
  return failed;
}

/** Looks whether the table has a place there before an hour is spent on it. */
function tablePlace(file: string, command: string): (table: string) => void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  withTable(text, '', command);
  return (table) => {
    const before = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
    writeFileSync(file, withTable(before, table, command));
  };
}

try {
  await main();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof CannotBegin) {
    process.stderr.write(`error: ${error.message}\n`);
    process.exitCode = 2;
  } else throw error;
}
