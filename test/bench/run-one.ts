import { inspect } from 'node:util';
import { benchmarks } from './benchmarks.ts';
import { CannotRun, type Options } from './support/benchmark.ts';
import { judge } from './support/row.ts';

/** Runs the benchmark that is named, with these options, and prints each row as a line of JSON. Exit codes: 0 done, 1 failed, 3 it cannot be run here. */
const [name, options = ''] = process.argv.slice(2);
const benchmark = benchmarks.find((one) => one.name === name);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
if (benchmark === undefined) throw new Error(`There is no benchmark ${name}.`);
try {
  await benchmark.run((row) => {
    process.stdout.write(`${JSON.stringify(judge(benchmark.name, row))}\n`);
  }, JSON.parse(options) as Options);
} catch (error) {
  const cannot = error instanceof CannotRun;
  process.stderr.write(`${cannot ? error.message : inspect(error)}\n`);
  // Whatever a benchmark that failed left open must not keep the process.
  process.exit(cannot ? 3 : 1);
}
