import { expect, test } from 'vitest';
import {
  alternately,
  estimate,
  inTurns,
  inWindows,
  leastRuns,
  pairOf,
  uncertainty,
  untilSteady,
} from '../bench/support/steady.ts';

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** The chance that the median lies outside of these ranks, summed up from the binomial distribution itself. */
function missed(runs: number, below: number): number {
  let [term, sum] = [0.5 ** runs, 0];
  for (let k = 0; k < below; k++) {
    sum += term;
    term *= (runs - k) / (k + 1);
  }
  return 2 * sum;
}

test('a median has the interval that the ranks of the binomial distribution give it', () => {
  expect(estimate(upTo(6))).toEqual({ value: 3.5, low: 1, high: 6, runs: 6 });
  expect(estimate(upTo(9))).toEqual({ value: 5, low: 2, high: 8, runs: 9 });
  expect(estimate(upTo(20).reverse())).toEqual({ value: 10.5, low: 6, high: 15, runs: 20 });
  expect(estimate(upTo(100))).toEqual({ value: 50.5, low: 40, high: 61, runs: 100 });
});

test('the interval is the narrowest one that holds the median with 95 % for every number of values', () => {
  for (let runs = leastRuns; runs <= 500; runs++) {
    const { low, high } = estimate(upTo(runs));
    expect(low + high, String(runs)).toBe(runs + 1);
    expect(missed(runs, low), String(runs)).toBeLessThanOrEqual(0.05);
    expect(missed(runs, low + 1), String(runs)).toBeGreaterThan(0.05);
  }
});

test('very many values have an interval too, about as wide as the few before them would', () => {
  const { low, high } = estimate(upTo(501));
  const before = estimate(upTo(500));
  expect(Math.abs(high - low - (before.high - before.low))).toBeLessThanOrEqual(3);
  const many = estimate(upTo(100_000));
  expect(many.low).toBeGreaterThan(49_600);
  expect(many.high).toBeLessThan(50_400);
});

test('few values have their whole span for an interval, and none or what is no number has no median', () => {
  expect(estimate([5, 1, 3])).toEqual({ value: 3, low: 1, high: 5, runs: 3 });
  expect(estimate([7])).toEqual({ value: 7, low: 7, high: 7, runs: 1 });
  expect(() => estimate([])).toThrow('nothing was measured');
  expect(() => estimate([1, Number.NaN])).toThrow('no number');
});

test('uncertainty is half of the interval as a share, and nothing where all were the same', () => {
  expect(uncertainty({ value: 10, low: 9, high: 11, runs: 9 })).toBeCloseTo(0.1);
  expect(uncertainty({ value: 0, low: 0, high: 0, runs: 9 })).toBe(0);
});

test('what is steady at once is measured the least number of times', async () => {
  let turns = 0;
  await untilSteady(
    async () => {
      turns++;
    },
    () => estimate([1]),
  );
  expect(turns).toBe(leastRuns);
});

test('what is never steady ends by its limit of time, and not before it was measured the least number of times', async () => {
  const values: number[] = [];
  await untilSteady(
    async () => {
      values.push(values.length % 2 === 0 ? 1 : 100);
    },
    () => estimate(values),
    { mostMs: 0 },
  );
  expect(values.length).toBeGreaterThanOrEqual(leastRuns);
});

test('it goes on until the median is steady', async () => {
  const values: number[] = [];
  await untilSteady(
    async () => {
      values.push(values.length < 3 ? 100 : 10);
    },
    () => estimate(values),
    { mostMs: 60_000 },
  );
  // With fewer of the others the interval still holds one of the first three.
  expect(uncertainty(estimate(values))).toBe(0);
  expect(uncertainty(estimate(values.slice(0, -1)))).toBeGreaterThan(0.02);
});

test('the ratio of two that take turns is that of each turn, whatever the machine did from one turn to the next', async () => {
  let slowness = 1;
  const { ours, floor, ratio } = await inTurns(
    async (add) => {
      slowness *= 2;
      add({ ours: 3 * slowness, floor: slowness });
    },
    { mostMs: 0 },
  );
  expect(ratio).toEqual({ value: 3, low: 3, high: 3, runs: leastRuns });
  expect(ours.value).toBe(3 * floor.value);
  expect(uncertainty(ours)).toBeGreaterThan(0.5);
});

test('two tasks are the first of a turn in turns', async () => {
  const order: string[] = [];
  const task = (name: string, value: number) => async () => {
    order.push(name);
    return value;
  };
  const turn = alternately(task('ours', 4), task('floor', 2));
  const added: unknown[] = [];
  await turn((both) => added.push(both));
  await turn((both) => added.push(both));
  expect(order).toEqual(['floor', 'ours', 'ours', 'floor']);
  expect(added).toEqual([
    { ours: 4, floor: 2 },
    { ours: 4, floor: 2 },
  ]);
});

test('what is measured in windows is the median of them, each begun when the one before has ended', async () => {
  const order: string[] = [];
  let value = 10;
  const found = await inWindows(
    0,
    async () => {
      order.push('begin');
      return async () => {
        order.push('end');
        return value++;
      };
    },
    { mostMs: 0 },
  );
  expect(found).toEqual({ value: 12.5, low: 10, high: 15, runs: leastRuns });
  expect(order).toEqual(Array.from({ length: leastRuns }, () => ['begin', 'end']).flat());
});

test('there is nothing to be said of no turn', () => {
  expect(() => pairOf([])).toThrow('nothing was measured');
});
