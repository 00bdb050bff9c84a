import type { JudgedRow } from '../support/row.ts';
import type { Result } from './run-benchmark.ts';
import { type Compared, figuresOf, judgeFigure, needsAnother } from './verdict.ts';

/** Whose product is measured, and by whose benchmark: now, before by that of now, or before by its own of the same name. */
export type Side = 'now' | 'before' | 'before-own';

/** What came of one benchmark. */
export interface Comparison {
  readonly name: string;
  /**
   * `only-now`: the other commit has no such benchmark and does not fit that of now. `failed` is that of now, `before-failed` the other commit after
   * it had been measured. What was found until then is told also where it was interrupted or failed.
   */
  readonly outcome:
    | 'compared'
    | 'only-now'
    | 'cannot-run'
    | 'failed'
    | 'before-failed'
    | 'interrupted';
  /** The other commit was measured by its own benchmark. */
  readonly byItsOwn: boolean;
  readonly rounds: number;
  readonly figures: readonly Compared[];
}

/**
 * Measures both commits in turns, now one first and now the other, until no figure is in doubt. The other commit is measured by the
 * benchmark of now where that runs with it, else by its own. `onRound` hears how many figures are in doubt after each round.
 */
export async function compareBenchmark(
  name: string,
  measure: (side: Side) => Promise<Result>,
  onRound: (done: number, inDoubt: number) => void = () => undefined,
): Promise<Comparison> {
  const all = { before: [] as JudgedRow[][], now: [] as JudgedRow[][] };
  let side: 'before' | 'before-own' = 'before';
  let figures: readonly Compared[] = [];
  const ending = (outcome: Comparison['outcome']): Comparison => ({
    name,
    outcome,
    byItsOwn: side === 'before-own',
    rounds: Math.min(all.before.length, all.now.length),
    figures,
  });
  const measureBefore = async (): Promise<Result> => {
    const result = await measure(side);
    if (result.outcome !== 'failed' || side === 'before-own' || all.before.length > 0)
      return result;
    side = 'before-own';
    return await measure(side);
  };
  const beforeFailed = () => (all.before.length > 0 ? 'before-failed' : 'only-now');
  for (let round = 0; needsAnother(figures, round); round++) {
    const turns = [
      async () => ({ of: 'before' as const, ...(await measureBefore()) }),
      async () => ({ of: 'now' as const, ...(await measure('now')) }),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) {
      const { of, outcome, rows } = await turn();
      if (outcome === 'failed') return ending(of === 'now' ? 'failed' : beforeFailed());
      if (outcome !== 'done') return ending(outcome);
      all[of].push([...rows]);
    }
    figures = figuresOf(all.before, all.now).map(judgeFigure);
    onRound(round + 1, figures.filter(({ verdict }) => verdict === 'unsure').length);
  }
  return ending('compared');
}
