import type { JudgedRow } from '../support/row.ts';
import { type Estimate, estimate } from '../support/steady.ts';
import { chanceOfSame } from './rank-test.ts';

/** A figure that both commits have: what each round measured before and now, of the same unit. */
export interface Figure {
  readonly benchmark: string;
  readonly what: string;
  /** Of the values; `×` where both were measured beside a floor in turns: what the machine did then is in neither. */
  readonly unit: string;
  readonly better: 'less' | 'more' | 'neither';
  readonly before: readonly number[];
  readonly now: readonly number[];
}

export type Verdict = 'slower' | 'faster' | 'other' | 'same' | 'unsure';

/** What came of a figure. `change`: how much it became more, as a share; null where it was nothing. */
export interface Compared extends Figure {
  readonly verdict: Verdict;
  readonly change: number | null;
  readonly beforeEstimate: Estimate;
  readonly nowEstimate: Estimate;
}

/** Less than this is not told, however certain it is: the place of the code in memory alone does as much. */
const leastChange = 0.03;
/** What would so often be seen of a commit against itself is worth measuring again. */
const suspicious = 0.05;
/** What would so seldom be seen is told: of a hundred figures one is told wrongly in twenty runs. */
const certain = 0.0005;

/** Rounds after which a figure that looks the same is let be, and after which one that stays in doubt is. */
export const rounds = { least: 5, most: 12 } as const;

/** `unsure` is a figure that more rounds would decide. */
export function judgeFigure(figure: Figure): Compared {
  const [before, now] = [estimate(figure.before), estimate(figure.now)];
  const change = before.value === 0 ? null : now.value / before.value - 1;
  const told = { ...figure, change, beforeEstimate: before, nowEstimate: now };
  const matters = change === null ? now.value !== 0 : Math.abs(change) >= leastChange;
  const chance = chanceOfSame(figure.before, figure.now);
  if (!matters || chance > suspicious) return { ...told, verdict: 'same' };
  if (chance > certain) return { ...told, verdict: 'unsure' };
  if (figure.better === 'neither') return { ...told, verdict: 'other' };
  const isMore = now.value > before.value;
  return { ...told, verdict: isMore === (figure.better === 'less') ? 'slower' : 'faster' };
}

/** Whether another round would tell more: there are too few, or a figure is in doubt and may still be decided. */
export function needsAnother(compared: readonly Compared[], done: number): boolean {
  if (done < rounds.least) return true;
  return done < rounds.most && compared.some(({ verdict }) => verdict === 'unsure');
}

/** The figures that both commits have in every round, in the order in which they are told now. */
export function figuresOf(
  before: readonly (readonly JudgedRow[])[],
  now: readonly (readonly JudgedRow[])[],
): Figure[] {
  const [first] = now;
  return (first ?? []).flatMap((row) => {
    const { benchmark, what, better = 'less' } = row;
    const rowsIn = (all: readonly (readonly JudgedRow[])[]) =>
      all.map((rows) => rows.find((one) => one.what === what));
    const [old, young] = [rowsIn(before), rowsIn(now)];
    const all = [...old, ...young];
    if (old.length === 0 || !all.every((one) => one?.unit === row.unit)) return [];
    const inTurns = all.every((one) => one?.spread?.ratio !== undefined);
    const value = (one: JudgedRow | undefined): number =>
      (inTurns ? one?.spread?.ratio?.value : one?.value) ?? Number.NaN;
    const unit = inTurns ? '×' : row.unit;
    const figure: Figure = {
      benchmark,
      what,
      unit,
      better,
      before: old.map(value),
      now: young.map(value),
    };
    // What is no number came as null.
    return [...figure.before, ...figure.now].every(Number.isFinite) ? figure : [];
  });
}
