import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { levels } from '../../../../electron/store/history/levels.ts';
import type { Sample } from '../../../../shared/model/sample.ts';
import { lima, madrid } from '../audit-entry.ts';
import { noon, sample } from '../samples.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const rate = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: null });

/** Readings of two proxies in any order, no two of one proxy at the same time. */
const readings = (span: number) =>
  fc.uniqueArray(
    fc
      .record({
        profileId: fc.constantFrom(madrid, lima),
        at: fc.integer({ min: noon, max: noon + span }),
        connections: fc.bigInt({ min: 0n, max: 100_000n }),
        bytesPerSecond: rate,
        accessesPerSecond: rate,
        restart: fc.boolean(),
      })
      .map(({ at, ...others }) => sample(at, others)),
    { maxLength: 60, selector: ({ profileId, at }) => `${profileId} ${at}` },
  );

function setUp() {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const history = createHistory(database);
  /** Each case begins with nothing. */
  const clear = (): void => {
    for (const id of [madrid, lima]) history.forget(id);
  };
  return { database, history, clear };
}

interface Row {
  readonly at: number;
  readonly count: number;
  readonly sum: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly last: number | null;
}

/** What a level has to hold of one metric, computed the plain way. */
function naive(
  samples: readonly Sample[],
  step: number,
  pick: (sample: Sample) => number | null,
): Row[] {
  const starts = [...new Set(samples.map(({ at }) => at - (at % step)))].sort((a, b) => a - b);
  return starts.map((start) => {
    const inside = samples
      .filter(({ at }) => at >= start && at < start + step)
      .sort((a, b) => a.at - b.at);
    const values = inside.map(pick).filter((value) => value !== null);
    const latest = inside.at(-1);
    return {
      at: start,
      count: values.length,
      sum: values.reduce((sum, value) => sum + value, 0),
      min: values.length === 0 ? null : Math.min(...values),
      max: values.length === 0 ? null : Math.max(...values),
      last: latest ? pick(latest) : null,
    };
  });
}

describe('roll-ups', () => {
  it.each(['minute', 'hour', 'day'] as const)(
    'by %s equal a plain computation, however the readings came and whenever they were rolled up',
    (level) => {
      const { database, history, clear } = setUp();
      const stored = (metric: string, id: string) =>
        database
          .prepare(
            `SELECT at, ${metric}_count AS count, ${metric}_sum AS sum, ${metric}_min AS min, ${metric}_max AS max, ${metric}_last AS last
             FROM ${level} WHERE proxy = (SELECT key FROM proxy WHERE id = ?) ORDER BY at`,
          )
          .all(id) as unknown as Row[];
      const values = {
        connections: ({ connections }: Sample) => Number(connections),
        bytes: ({ bytesPerSecond }: Sample) => bytesPerSecond,
        accesses: ({ accessesPerSecond }: Sample) => accessesPerSecond,
      };
      fc.assert(
        fc.property(
          readings(2.5 * levels[level].step),
          fc.infiniteStream(fc.boolean()),
          (samples, rolls) => {
            clear();
            for (const one of samples) {
              history.add([one]);
              if (rolls.next().value) toEnd(history.maintain(noon));
            }
            toEnd(history.maintain(noon));
            for (const id of [madrid, lima]) {
              const own = samples.filter(({ profileId }) => profileId === id);
              for (const [metric, pick] of Object.entries(values)) {
                const expected = naive(own, levels[level].step, pick);
                const found = stored(metric, id).map((row) => ({ ...row }));
                expect(found).toEqual(
                  expected.map((row) => ({ ...row, sum: expect.closeTo(row.sum, 3) })),
                );
              }
            }
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});

describe('a range', () => {
  it('has never more than the points asked for, rising, within the range, and lowest ≤ mean ≤ highest', () => {
    const { history, clear } = setUp();
    const span = 40 * 24 * 3_600_000;
    fc.assert(
      fc.property(
        fc.integer({ min: 60_000, max: span }).chain((width) => readings(width)),
        fc.integer({ min: noon - 60_000, max: noon + span }),
        fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 100_000, max: span })),
        fc.integer({ min: 2, max: 60 }),
        fc.boolean(),
        (samples, from, width, points, rolled) => {
          clear();
          history.add(samples);
          if (rolled) toEnd(history.maintain(noon));
          const range = history.range({ id: madrid, from, to: from + width, points });
          expect(range.at.length).toBeLessThanOrEqual(points);
          for (const [index, at] of range.at.entries()) {
            expect(at).toBeGreaterThanOrEqual(from);
            expect(at).toBeLessThan(from + width);
            if (index > 0) expect(at).toBeGreaterThan(range.at[index - 1] ?? Infinity);
          }
          for (const { min, mean, max } of [
            range.connections,
            range.bytesPerSecond,
            range.accessesPerSecond,
          ]) {
            const { length } = range.at;
            expect([min.length, mean.length, max.length]).toEqual([length, length, length]);
            for (const [index, value] of mean.entries()) {
              if (value === null) continue;
              expect(min[index]).toBeLessThanOrEqual(value * (1 + 1e-9));
              expect(max[index]).toBeGreaterThanOrEqual(value * (1 - 1e-9));
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('holds of each time the first reading that came, in whatever batches, blocks and restarts they came', () => {
    const directory = temporaryDirectory();
    const second = 1000;
    /** More than a block has, over more than it may span; some times come twice. */
    const came = fc.array(
      fc.record({ at: fc.nat({ max: 9000 }), connections: fc.bigInt({ min: 0n, max: 999n }) }),
      { minLength: 100, maxLength: 400 },
    );
    let begin = noon;
    fc.assert(
      fc.property(came, fc.infiniteStream(fc.nat({ max: 120 })), (readings, sizes) => {
        // Each case has hours of its own.
        begin += 12_000 * second;
        const samples = readings.map(({ at, connections }) =>
          sample(begin + at * second, { connections }),
        );
        const { database, close } = openDatabase(directory);
        const history = createHistory(database);
        for (let from = 0; from < samples.length; ) {
          const size = 1 + (sizes.next().value ?? 0);
          history.add(samples.slice(from, from + size));
          if (size % 2 === 0) toEnd(history.maintain(noon));
          from += size;
        }
        const first = new Map(samples.toReversed().map((one) => [one.at, one.connections]));
        const expected = [...first].sort(([a], [b]) => a - b);
        const shown = () => {
          const span = { id: madrid, from: begin, to: begin + 9001 * second };
          const range = history.range({ ...span, points: 9002 });
          return range.at.flatMap((at, index) => {
            const value = range.connections.mean[index];
            return value === null ? [] : [[at, BigInt(value ?? -1)]];
          });
        };
        toEnd(history.maintain(noon));
        expect(shown()).toEqual(expected);
        close();
      }),
      { numRuns: 15 },
    );
  });

  it('of readings that suffice for points holds every one of them', () => {
    const { history, clear } = setUp();
    fc.assert(
      fc.property(readings(59), fc.boolean(), (samples, rolled) => {
        clear();
        history.add(samples);
        if (rolled) toEnd(history.maintain(noon));
        const range = history.range({ id: madrid, from: noon, to: noon + 60, points: 4000 });
        const own = samples
          .filter(({ profileId }) => profileId === madrid)
          .sort((a, b) => a.at - b.at);
        const shown = range.at.flatMap((at, index) => {
          const value = range.connections.mean[index];
          return value === null ? [] : [[at, value]];
        });
        expect(shown).toEqual(own.map(({ at, connections }) => [at, Number(connections)]));
      }),
      { numRuns: 60 },
    );
  });
});
