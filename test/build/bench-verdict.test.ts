import { describe, expect, test } from 'vitest';
import { isWorse, linesOf } from '../bench/runner/against.ts';
import { compareBenchmark, type Side } from '../bench/runner/compare-commits.ts';
import { chanceOfSame } from '../bench/runner/rank-test.ts';
import type { Result } from '../bench/runner/run-benchmark.ts';
import {
  type Compared,
  type Figure,
  figuresOf,
  judgeFigure,
  needsAnother,
  rounds,
} from '../bench/runner/verdict.ts';
import { type JudgedRow, judge, type Row } from '../bench/support/row.ts';

const upTo = (count: number, from = 1): number[] =>
  Array.from({ length: count }, (_, i) => from + i);
const row = (value: number, more: Partial<Row> = {}): JudgedRow =>
  judge('some', { what: 'time', value, unit: 'ms', ...more });
const figure = (before: readonly number[], now: readonly number[]): Figure => ({
  benchmark: 'some',
  what: 'time',
  unit: 'ms',
  better: 'less',
  before,
  now,
});

describe('the chance that two samples are of the same', () => {
  test('is that of the tables of Mann and Whitney', () => {
    // 2 of the 70, of the 252 and of the 12,870 ways in which so many can be chosen.
    expect(chanceOfSame(upTo(4), upTo(4, 10))).toBeCloseTo(2 / 70, 12);
    expect(chanceOfSame(upTo(5, 10), upTo(5))).toBeCloseTo(2 / 252, 12);
    expect(chanceOfSame(upTo(8), upTo(8, 10))).toBeCloseTo(2 / 12_870, 12);
    // U = 2 of 5 and 5: four of 252 on either side.
    expect(chanceOfSame([1, 2, 3, 4, 7], [5, 6, 8, 9, 10])).toBeCloseTo(8 / 252, 12);
  });

  test('is certainty where all are the same, and the same whichever comes first', () => {
    expect(chanceOfSame([3, 3, 3], [3, 3, 3])).toBe(1);
    const [a, b] = [
      [1, 5, 5, 9],
      [2, 5, 7],
    ];
    expect(chanceOfSame(a, b)).toBeCloseTo(chanceOfSame(b, a), 12);
  });

  test('is there for none of nothing', () => {
    expect(() => chanceOfSame([], [1])).toThrow('nothing was measured');
  });
});

describe('a figure', () => {
  const low = [100, 101, 102, 99, 98, 100.5, 101.5, 99.5];
  const high = low.map((value) => value * 1.1);

  test('that is more in every round is slower, and faster where more is better', () => {
    expect(judgeFigure(figure(low, high))).toMatchObject({ verdict: 'slower' });
    expect(judgeFigure(figure(high, low))).toMatchObject({ verdict: 'faster' });
    expect(judgeFigure({ ...figure(low, high), better: 'more' }).verdict).toBe('faster');
    expect(judgeFigure({ ...figure(high, low), better: 'more' }).verdict).toBe('slower');
    expect(judgeFigure({ ...figure(low, high), better: 'neither' }).verdict).toBe('other');
    expect(judgeFigure(figure(low, high)).change).toBeCloseTo(0.1);
  });

  test('that overlaps is the same within the noise', () => {
    const noisy = [90, 121, 85, 130, 101, 99, 118, 88];
    expect(judgeFigure(figure(low, noisy)).verdict).toBe('same');
  });

  test('that changed by less than matters is the same, however certain that is', () => {
    const little = low.map((value) => value + 2.5);
    const tight = low.map((value) => 100 + (value - 100) / 100);
    expect(
      judgeFigure(
        figure(
          tight,
          little.map((value) => 102.5 + (value - 102.5) / 100),
        ),
      ).verdict,
    ).toBe('same');
  });

  test('that is more in each of few rounds is in doubt, and more rounds decide it', () => {
    const few = judgeFigure(figure(low.slice(0, 5), high.slice(0, 5)));
    expect(few.verdict).toBe('unsure');
    expect(needsAnother([few], rounds.least)).toBe(true);
    expect(needsAnother([few], rounds.most)).toBe(false);
    expect(needsAnother([judgeFigure(figure(low, high))], 8)).toBe(false);
  });

  test('that was nothing and is something is slower; of nothing there is no change in percent', () => {
    const none = upTo(8).map(() => 0);
    expect(judgeFigure(figure(none, upTo(8)))).toMatchObject({ verdict: 'slower', change: null });
    expect(judgeFigure(figure(none, none))).toMatchObject({ verdict: 'same', change: null });
  });
});

describe('figures of two commits', () => {
  const spread = (ratio: number) => {
    const of = (value: number) => ({ value, low: value, high: value, runs: 9 });
    return { beside: { what: 'floor', value: 1 }, spread: { value: of(5), ratio: of(ratio) } };
  };

  test('are those that both have, of the same unit', () => {
    const before = [[row(1), row(2, { what: 'gone' }), row(3, { what: 'size', unit: 'kB' })]];
    const now = [[row(4), row(5, { what: 'new' }), row(6, { what: 'size', unit: 'MB' })]];
    expect(figuresOf(before, now)).toEqual([figure([1], [4])]);
  });

  test('are ratios where both were measured in turns with a floor, else the values', () => {
    const before = [[row(5, spread(2))]];
    expect(figuresOf(before, [[row(9, spread(3))]])).toMatchObject([
      { unit: '×', before: [2], now: [3] },
    ]);
    expect(figuresOf(before, [[row(9)]])).toMatchObject([{ unit: 'ms', before: [5], now: [9] }]);
  });

  test('leave out what is no number, as it comes over a pipe', () => {
    const sent = JSON.parse(JSON.stringify([[row(Number.NaN)]])) as JudgedRow[][];
    expect(figuresOf(sent, [[row(1)]])).toEqual([]);
  });
});

describe('two commits in turns', () => {
  const done = (value: number): Result => ({ rows: [row(value)], outcome: 'done', seconds: 1 });
  const ended = (outcome: Result['outcome']): Result => ({ rows: [], outcome, seconds: 1 });
  /** Answers for each side, and notes the sides. */
  const measuring = (answers: Partial<Record<Side, (turn: number) => Result>>) => {
    const sides: Side[] = [];
    return {
      sides,
      measure: async (side: Side) => {
        sides.push(side);
        return answers[side]?.(sides.length) ?? ended('failed');
      },
    };
  };

  test('are measured A B B A, and a change is found', async () => {
    const { sides, measure } = measuring({
      before: (turn) => done(100 + turn / 10),
      now: (turn) => done(120 + turn / 10),
    });
    const told: (readonly [number, number])[] = [];
    const {
      outcome,
      figures,
      rounds: taken,
      byItsOwn,
    } = await compareBenchmark('some', measure, (done, inDoubt) => told.push([done, inDoubt]));
    expect([told.at(3), told.at(-2), told.at(-1)]).toEqual([
      [4, 1],
      [7, 1],
      [8, 0],
    ]);
    expect(sides.slice(0, 4)).toEqual(['before', 'now', 'now', 'before']);
    expect(figures.map(({ verdict }) => verdict)).toEqual(['slower']);
    expect({ outcome, taken, byItsOwn }).toEqual({
      outcome: 'compared',
      taken: 8,
      byItsOwn: false,
    });
  });

  test('that are the same need the least number of rounds', async () => {
    const { measure } = measuring({ before: () => done(100), now: () => done(100) });
    expect(await compareBenchmark('some', measure)).toMatchObject({
      rounds: rounds.least,
      figures: [{ verdict: 'same' }] satisfies Partial<Compared>[],
    });
  });

  test('are measured by the own benchmark of the other where that of now does not run with it', async () => {
    const { sides, measure } = measuring({ 'before-own': () => done(50), now: () => done(100) });
    const { byItsOwn, figures } = await compareBenchmark('some', measure);
    expect(byItsOwn).toBe(true);
    expect(figures).toMatchObject([{ verdict: 'slower' }]);
    expect(sides.slice(0, 5)).toEqual(['before', 'before-own', 'now', 'now', 'before-own']);
  });

  test('are not compared where the other has none, where it cannot be run here, or where that of now fails', async () => {
    const outcomeOf = async (answers: Parameters<typeof measuring>[0]) =>
      (await compareBenchmark('some', measuring(answers).measure)).outcome;
    expect(await outcomeOf({ now: () => done(1) })).toBe('only-now');
    expect(await outcomeOf({ before: () => ended('cannot-run') })).toBe('cannot-run');
    expect(await outcomeOf({ before: () => done(1), now: () => ended('failed') })).toBe('failed');
  });

  test('are told to have failed where the other does after rounds in which it had not, and end with a code', async () => {
    const { measure } = measuring({
      before: (turn) => (turn > 12 ? ended('failed') : done(100 + turn / 10)),
      now: (turn) => done(120 + turn / 10),
    });
    const comparison = await compareBenchmark('some', measure);
    expect(comparison).toMatchObject({ outcome: 'before-failed', rounds: 6 });
    expect(linesOf(comparison).at(-1)).toBe(
      'With the other commit it failed, after rounds in which it had not.',
    );
    expect(isWorse([comparison])).toBe(true);
  });

  test('end with a code where that of now fails or something became slower, and with none else', async () => {
    const found = async (answers: Parameters<typeof measuring>[0]) =>
      isWorse([await compareBenchmark('some', measuring(answers).measure)]);
    expect(await found({ now: () => done(1) })).toBe(false);
    expect(await found({ before: () => done(1), now: () => done(1) })).toBe(false);
    expect(await found({ before: () => done(1), now: () => ended('failed') })).toBe(true);
    expect(await found({ before: () => done(1), now: (turn) => done(2 + turn / 10) })).toBe(true);
  });

  test('tell what was found until they are interrupted', async () => {
    const { measure } = measuring({
      before: () => done(1),
      now: (turn) => (turn > 9 ? ended('interrupted') : done(1)),
    });
    expect(await compareBenchmark('some', measure)).toMatchObject({
      outcome: 'interrupted',
      figures: [{ verdict: 'same' }],
    });
  });
});
