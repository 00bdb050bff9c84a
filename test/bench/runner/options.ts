import { Command, InvalidArgumentError } from 'commander';
import { benchmarks } from '../benchmarks.ts';
import type { Benchmark } from '../support/benchmark.ts';

/** What is asked of `npm run bench`. */
export interface RunOptions {
  /** In the order in which they run. */
  readonly chosen: readonly Benchmark[];
  /** Those that take long were asked for too. */
  readonly long: boolean;
  readonly list: boolean;
  readonly json: boolean;
  readonly soakMinutes: number;
  /** The revision that is compared with, or null. */
  readonly against: string | null;
  /** The Markdown file that the table goes into, or null. */
  readonly table: string | null;
}

/** Throws commander's `CommanderError`, whose `exitCode` is 0 where help was asked for; what is to be said was said by then. */
export function parseRunArguments(argv: readonly string[]): RunOptions {
  const command = new Command('bench')
    .description('Measures, each figure beside a floor or a peer in the same run.')
    .option('--only <name...>', 'run these only')
    .option('--long', 'also those that take long', false)
    .option('--against <revision>', 'compare with this commit, in turns: what became slower')
    .option('--table [file]', 'write the figures that have a budget into this Markdown file')
    .option('--json', 'one JSON document on standard output', false)
    .option('--soak <minutes>', 'how long the heap is watched', minutes, 2)
    .option('--list', 'print the names', false)
    .addHelpText(
      'after',
      '\nExit codes: 0 all were run, or cannot be run here; 1 one failed or became slower; 2 usage; 130 interrupted.',
    )
    .allowExcessArguments(false)
    .exitOverride();
  command.parse(argv, { from: 'user' });
  const options = command.opts<{
    only?: string[];
    long: boolean;
    against?: string;
    table?: string | true;
    json: boolean;
    soak: number;
    list: boolean;
  }>();
  const { only, long, against = null, json, soak, list } = options;
  const fail = (message: string): never => command.error(`error: ${message}`);
  for (const name of only ?? [])
    if (!benchmarks.some((one) => one.name === name))
      fail(`there is no benchmark ${name}; see --list`);
  if (against !== null && options.table !== undefined)
    fail('--table is of what is there now, and not for --against');
  if (options.table !== undefined && only !== undefined)
    fail('a table has all figures: --table and --only exclude each other');
  if (against === '') fail('--against needs a revision');
  const chosen = benchmarks.filter(({ name, isLong }) =>
    only === undefined ? long || !isLong : only.includes(name),
  );
  const table = options.table === true ? 'README.md' : (options.table ?? null);
  return { chosen, long, list, json, soakMinutes: soak, against, table };
}

function minutes(text: string): number {
  const value = Number(text);
  if (!(value >= 0.5 && value <= 600))
    throw new InvalidArgumentError('From half a minute to 600 minutes.');
  return value;
}
