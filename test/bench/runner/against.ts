import { root } from '../../../build/tool.ts';
import { columns, figure, span } from '../support/row.ts';
import { type Checkouts, openCheckouts } from './checkouts.ts';
import { type Comparison, compareBenchmark, type Side } from './compare-commits.ts';
import { machineOf } from './machine.ts';
import type { RunOptions } from './options.ts';
import { runBenchmark } from './run-benchmark.ts';
import type { Compared } from './verdict.ts';

/**
 * Compares this checkout, as it lies there, with a commit. Answers whether something became slower or failed. Throws `CannotBegin`. Whatever was
 * checked out is removed at the end, and where the process ends before.
 */
export async function against(
  revision: string,
  { chosen, soakMinutes, json }: RunOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const checkouts = openCheckouts(revision);
  process.once('exit', checkouts.remove);
  const say = (text: string) => (json ? process.stderr : process.stdout).write(`${text}\n`);
  say(`What is here now, in turns with ${checkouts.commit.slice(0, 12)}.`);
  if (checkouts.wantsOthers)
    say(
      'That commit wants other dependencies than those that are installed, and is measured with these.',
    );
  const comparisons: Comparison[] = [];
  try {
    for (const { name, about } of chosen) {
      if (signal.aborted) break;
      say(`\n${name}: ${about}`);
      const comparison = await compareBenchmark(
        name,
        (side) => runBenchmark(directoryOf(side, checkouts), name, { soakMinutes }, signal),
        (done, inDoubt) => process.stderr.write(`round ${done}: ${inDoubt} in doubt\n`),
      );
      comparisons.push(comparison);
      for (const line of linesOf(comparison)) say(line);
    }
  } finally {
    checkouts.remove();
    process.off('exit', checkouts.remove);
  }
  const figures = comparisons.flatMap((comparison) => comparison.figures);
  say(`\n${summary(figures)}`);
  if (json)
    process.stdout.write(
      `${JSON.stringify({ machine: machineOf(), against: checkouts.commit, comparisons }, null, 2)}\n`,
    );
  return isWorse(comparisons);
}

/** Whether something became slower, or one of the two failed that can be run with the other. */
export function isWorse(comparisons: readonly Comparison[]): boolean {
  return comparisons.some(
    ({ outcome, figures }) =>
      outcome === 'failed' ||
      outcome === 'before-failed' ||
      figures.some(({ verdict }) => verdict === 'slower'),
  );
}

const directories = {
  now: () => root,
  before: ({ withOurs }) => withOurs(),
  'before-own': ({ withItsOwn }) => withItsOwn(),
} satisfies Record<Side, (checkouts: Checkouts) => string>;
const directoryOf = (side: Side, checkouts: Checkouts): string => directories[side](checkouts);

const outcomes: Readonly<Record<Comparison['outcome'], string | null>> = {
  compared: null,
  'only-now': 'The other commit has no such benchmark, and does not fit this one.',
  'cannot-run': 'It cannot be run here.',
  failed: 'It failed.',
  'before-failed': 'With the other commit it failed, after rounds in which it had not.',
  interrupted: 'It was interrupted.',
};

/** What is told of a benchmark. */
export function linesOf({ outcome, byItsOwn, rounds, figures }: Comparison): string[] {
  const told = outcomes[outcome];
  return [
    ...(byItsOwn && outcome === 'compared'
      ? ['The other commit does not fit this benchmark, and was measured by its own of that name.']
      : []),
    ...(figures.length === 0 ? [] : [columns([heads(rounds), ...figures.map(cells)])]),
    ...(told === null ? [] : [told]),
  ];
}

const heads = (rounds: number) => ['', 'before', 'now', 'change', `after ${rounds} rounds`];

const verdicts: Readonly<Record<Compared['verdict'], string>> = {
  slower: 'SLOWER',
  faster: 'faster',
  other: 'other',
  same: 'within the noise',
  unsure: 'in doubt',
};

function cells(compared: Compared): string[] {
  const { what, unit, beforeEstimate, nowEstimate, change, verdict } = compared;
  const told = (of: typeof nowEstimate) => `${figure(of.value)} ${unit}${span(of)}`;
  const percent = change === null ? '' : `${change < 0 ? '' : '+'}${(change * 100).toFixed(1)} %`;
  return [what, told(beforeEstimate), told(nowEstimate), percent, verdicts[verdict]];
}

/** In a few lines, what became slower, faster and other. */
export function summary(figures: readonly Compared[]): string {
  const lines = (['slower', 'faster', 'other', 'unsure'] as const).flatMap((verdict) =>
    figures
      .filter((one) => one.verdict === verdict)
      .map(({ benchmark, what }) => `${verdicts[verdict]}: ${benchmark}, ${what}`),
  );
  const same = figures.filter(({ verdict }) => verdict === 'same').length;
  return [...lines, `${same} of ${figures.length} figures are the same within the noise.`].join(
    '\n',
  );
}
