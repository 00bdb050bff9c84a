import { inspect } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { judge, table } from '../bench/support/row.ts';
import { seed as usualSeed } from '../support/seed.ts';
import { figuresOf } from './figures.ts';
import { leaks } from './planted.ts';
import { type SoakOptions, soak } from './soak.ts';

/**
 * `npm run soak`. Exit codes: 0 every budget is kept, 1 one is missed or it could not be run, 2 usage. Ctrl+C ends it in order, with the table of
 * what was found until then; a second one at once.
 */
async function main(): Promise<void> {
  const command = new Command('soak')
    .description(
      'A console for long, beside proxies that die, restart, lose packets and change settings',
    )
    .option('--minutes <n>', 'for how long misfortunes happen', positive, 30)
    .option('--proxies <n>', 'how many', positive, 50)
    .option('--every <seconds>', 'between two samples', positive, 10)
    .option('--settle <seconds>', 'at most until the end is at rest', positive, 180)
    .option('--json', 'the figures as one JSON document on standard output', false)
    .addOption(new Option('--plant <leak>', 'a leak that is to be found').choices(leaks))
    .addHelpText('after', '\nSEED in the environment repeats the misfortunes of another run.')
    .allowExcessArguments(false)
    .exitOverride();
  command.parse();
  const { minutes, proxies, every, settle, json, plant } = command.opts<{
    minutes: number;
    proxies: number;
    every: number;
    settle: number;
    json: boolean;
    plant?: SoakOptions['planted'];
  }>();
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (interrupted.signal.aborted) process.exit(130);
      interrupted.abort();
    });
  const findings = await soak(
    {
      minutes,
      proxies: Math.ceil(proxies),
      everySeconds: every,
      settleSeconds: settle,
      seed: usualSeed,
      planted: plant ?? null,
    },
    (line) => process.stderr.write(`${line}\n`),
    interrupted.signal,
  );
  const rows = figuresOf(findings).map((row) => judge('soak', row));
  process.stdout.write(
    json ? `${JSON.stringify({ seed: usualSeed, rows })}\n` : `\n${table(rows)}\n`,
  );
  process.exit(rows.some(({ within }) => within === false) ? 1 : 0);
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 100_000)) throw new InvalidArgumentError('A number above 0.');
  return value;
}

try {
  await main();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${inspect(error)}\n`);
    // Whatever a run that failed left open must not keep the process.
    process.exit(1);
  }
}
