import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { levelNames, levels, planRange } from '../../../../electron/store/history/levels.ts';
import type { Sample } from '../../../../shared/model/sample.ts';
import { seed } from '../../../support/seed.ts';
import { madrid } from '../audit-entry.ts';
import { sample } from '../samples.ts';
import { day, hour, minute, second, setUp } from './history-rig.ts';

/** Half an hour before the clocks of Madrid go ahead, and before they go back; the hour before a day of UTC ends. */
const beginnings = ['2026-03-29T00:30:00Z', '2026-10-25T00:30:00Z', '2026-06-30T23:10:00Z'].map(
  (text) => Date.parse(text),
);

/** What happens between a reading and the next. */
const happening = fc.record({
  /** Milliseconds that pass: of polls in a row, or a gap. */
  passes: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: second, max: 40 * second }) },
    { weight: 2, arbitrary: fc.integer({ min: minute, max: 30 * hour }) },
  ),
  /** How far the wall clock is set meanwhile. */
  step: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -3 * hour, max: 3 * hour }) },
  ),
  /** The proxy was started again: its counters begin at none. */
  restart: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  bytes: fc.bigInt({ min: 0n, max: 1_000_000n }),
  accesses: fc.bigInt({ min: 0n, max: 50n }),
  connections: fc.bigInt({ min: 0n, max: 500n }),
  roundTripMs: fc.double({ min: 0.1, max: 900, noNaN: true }),
  missed: fc.integer({ min: 0, max: 4 }),
  upkeep: fc.boolean(),
});

interface Taken {
  readonly sample: Sample;
  /** All that was moved until it, restarts spliced. */
  readonly moved: { readonly bytes: bigint; readonly accesses: bigint };
  readonly upkeep: boolean;
}

/** The readings of a proxy to which all that happened, no two at one time of the wall clock. */
const record = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(happening, { minLength: 2, maxLength: 80 }))
  .map(([begin, happenings]): readonly Taken[] => {
    const used = new Set<number>();
    const taken: Taken[] = [];
    let [at, now, bytes, accesses] = [begin, 0, 0n, 0n];
    let moved = { bytes: 0n, accesses: 0n };
    for (const one of happenings) {
      now += one.passes;
      at += one.passes + one.step;
      while (used.has(at)) at++;
      used.add(at);
      const before = { bytes, accesses };
      bytes = (one.restart ? 0n : bytes) + one.bytes;
      accesses = (one.restart ? 0n : accesses) + one.accesses;
      const isFirst = taken.length === 0;
      const fell = !isFirst && (bytes < before.bytes || accesses < before.accesses);
      // A restart that no counter tells of is what the counters rose by.
      const from = fell ? { bytes: 0n, accesses: 0n } : before;
      if (!isFirst)
        moved = {
          bytes: moved.bytes + bytes - from.bytes,
          accesses: moved.accesses + accesses - from.accesses,
        };
      const isRated = !isFirst && !fell && one.step === 0 && one.passes < minute;
      const rate = (rise: bigint) => (isRated ? Number(rise) / (one.passes / second) : null);
      const { connections, roundTripMs, missed, upkeep } = one;
      const counters = { transferredBytes: bytes, accesses };
      const rates = {
        bytesPerSecond: rate(bytes - from.bytes),
        accessesPerSecond: rate(accesses - from.accesses),
      };
      const read = { now, connections, roundTripMs, missed, restart: fell, ...counters, ...rates };
      taken.push({ sample: sample(at, read), moved, upkeep });
    }
    return taken;
  });

const pickers = {
  connections: ({ connections }: Sample) => Number(connections),
  bytesPerSecond: ({ bytesPerSecond }: Sample) => bytesPerSecond,
  accessesPerSecond: ({ accessesPerSecond }: Sample) => accessesPerSecond,
  roundTripMs: ({ roundTripMs }: Sample) => roundTripMs,
  missed: ({ missed }: Sample) => missed,
} as const;
type Metric = keyof typeof pickers;

function setUpCleared() {
  const { history, database } = setUp();
  return {
    history,
    database,
    take(taken: readonly Taken[]): void {
      history.forget(madrid);
      for (const one of taken) {
        history.add([one.sample]);
        if (one.upkeep) toEnd(history.maintain(0));
      }
      toEnd(history.maintain(0));
    },
  };
}

/** Lowest, mean and highest of what is known; nulls where nothing is. */
function bandOf(values: readonly (number | null)[]) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { min: null, mean: null, max: null };
  const sum = known.reduce((all, value) => all + value, 0);
  return { min: Math.min(...known), mean: sum / known.length, max: Math.max(...known) };
}

describe('over restarts, gaps and clocks that are set, also where the clocks of a place change', () => {
  it(`a range is at every level what a plain computation says of its readings (seed ${seed})`, () => {
    const { history, take } = setUpCleared();
    const reached = new Set<string>();
    const whole = { raw: 0, minute: 0, hour: 0, day: 0 };
    fc.assert(
      fc.property(
        record,
        fc.integer({ min: -hour, max: 2 * day }),
        fc.constantFrom(2 * minute, hour, 12 * hour, 3 * day, 40 * day),
        fc.integer({ min: 2, max: 400 }),
        (taken, offset, width, points) => {
          take(taken);
          const from = (taken[0]?.sample.at ?? 0) + offset;
          const to = from + width;
          const plan = planRange({ from, to, points }, whole);
          reached.add(plan.level);
          const { step } = levels[plan.level];
          const start = Math.floor(from / step) * step;
          const groups = new Map<number, Sample[]>();
          for (const { sample: one } of taken) {
            const row = Math.floor(one.at / step) * step;
            if (row < start || row >= to) continue;
            const bucket = Math.trunc((row - plan.origin) / plan.width);
            groups.set(bucket, [...(groups.get(bucket) ?? []), one]);
          }
          const expected = [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
          const range = history.range({ id: madrid, from, to, points });
          expect(range.level).toBe(plan.level);
          // A gap is a point without anything.
          const shown = range.at.flatMap((_, index) =>
            range.missed.mean[index] === null ? [] : [index],
          );
          expect(shown).toHaveLength(expected.length);
          for (const metric of Object.keys(pickers) as Metric[]) {
            for (const [place, group] of expected.entries()) {
              const index = shown[place] ?? -1;
              const { min, mean, max } = bandOf(group.map(pickers[metric]));
              expect(range[metric].min[index], metric).toBe(min);
              expect(range[metric].max[index], metric).toBe(max);
              if (mean === null) expect(range[metric].mean[index]).toBeNull();
              else expect(range[metric].mean[index]).toBeCloseTo(mean, 4);
            }
          }
        },
      ),
      { numRuns: 150, seed },
    );
    expect([...reached].sort()).toEqual([...levelNames].sort());
  }, 300_000);

  it(`each level counts and sums every reading once (seed ${seed})`, () => {
    const { database, take } = setUpCleared();
    const totals = (table: string) =>
      database
        .prepare(
          `SELECT total(connections_count) AS count, total(connections_sum) AS sum, min(connections_min) AS min, max(connections_max) AS max
           FROM ${table} WHERE proxy = (SELECT key FROM proxy WHERE id = ?)`,
        )
        .get(madrid);
    fc.assert(
      fc.property(record, (taken) => {
        take(taken);
        const open = taken.map(({ sample: { connections } }) => Number(connections));
        const sum = open.reduce((all, value) => all + value, 0);
        const expected = {
          count: open.length,
          sum,
          min: Math.min(...open),
          max: Math.max(...open),
        };
        for (const table of ['minute', 'hour', 'day'])
          expect({ ...totals(table) }, table).toEqual(expected);
      }),
      { numRuns: 60, seed },
    );
  }, 300_000);

  it(`totals of any span are what was moved between the readings that they name (seed ${seed})`, () => {
    const { history, take } = setUpCleared();
    fc.assert(
      fc.property(
        record,
        fc.integer({ min: -hour, max: 2 * day }),
        fc.integer({ min: second, max: 20 * day }),
        (taken, offset, width) => {
          take(taken);
          const from = (taken[0]?.sample.at ?? 0) + offset;
          const { moved } = history.totals({ id: madrid, from, to: from + width });
          if (moved === null) return;
          const start = taken.find(({ sample: { at } }) => at === moved.from)?.moved;
          const end = taken.find(({ sample: { at } }) => at === moved.to)?.moved;
          if (start === undefined || end === undefined) throw new Error('no such reading');
          const between = (a: bigint, b: bigint): string => String(b > a ? b - a : 0n);
          expect(moved).toMatchObject({
            bytes: between(start.bytes, end.bytes),
            accesses: between(start.accesses, end.accesses),
          });
        },
      ),
      { numRuns: 150, seed },
    );
  }, 300_000);
});
