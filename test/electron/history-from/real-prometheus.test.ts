import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../../electron/history-from/api/api.ts';
import { createHistoryFrom } from '../../../electron/history-from/history-from.ts';
import { createReader } from '../../../electron/history-from/reader.ts';
import { widthAt } from '../../../electron/store/history/levels.ts';
import type { HistoryStore } from '../../../electron/store/thread/asked.ts';
import type { HistoryRange } from '../../../shared/model/history.ts';
import type { HistorySource } from '../../../shared/model/history-from.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import {
  missingPrometheus,
  type PrometheusServer,
  startPrometheus,
} from '../../support/prometheus.ts';
import { seed } from '../../support/seed.ts';
import { lima } from '../store/audit-entry.ts';
import { hour, minute, second, setUp } from '../store/history/history-rig.ts';
import { noon } from '../store/samples.ts';
import { openMetricsOf, type Recording, samplesOf } from './recorded/recorded-series.ts';

const length = 6 * hour;

const place = fc.integer({ min: 5, max: 350 }).map((minutes) => minutes * minute);

/** Six hours of a proxy with gaps, of which some are too short to be seen, and restarts. */
const recordings = fc.record({
  everyMs: fc.constantFrom(5 * second, 15 * second, minute),
  gaps: fc.array(
    fc
      .tuple(place, fc.integer({ min: 1, max: 50 }))
      .map(([at, minutes]) => [at, at + minutes * minute] as const),
    { maxLength: 3 },
  ),
  restarts: fc.array(place, { maxLength: 3 }),
  bytes: fc.array(fc.nat(1_000_000), { minLength: 3, maxLength: 40 }),
  accesses: fc.array(fc.nat(500), { minLength: 3, maxLength: 7 }),
  open: fc.array(fc.nat(2000), { minLength: 3, maxLength: 11 }),
});

const recorded = fc.sample(recordings, { numRuns: 12, seed }).map((each, index): Recording => {
  const at = (list: readonly number[], n: number): number => list[n % list.length] ?? 0;
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    from: noon,
    readings: length / each.everyMs,
    ...each,
    loadAt: (n) => ({
      bytes: at(each.bytes, n),
      accesses: at(each.accesses, n),
      open: at(each.open, n),
    }),
  };
});

const steady: Recording = {
  id: lima,
  from: noon,
  everyMs: 15 * second,
  readings: length / (15 * second),
  gaps: [],
  restarts: [],
  loadAt: (n) => ({ bytes: n, accesses: 1, open: n % 9 }),
};

/** Beside what the buckets of a picture begin with, as is its end. */
const begin = noon - 3 * hour + minute;
const span = 12 * hour;

/** A span and what lies around it, with a burst in the minute before it and in that after it. */
const bursts: Recording = {
  ...steady,
  id: '00000000-0000-4000-8000-0000000000bb',
  from: begin - hour,
  readings: (span + 2 * hour) / steady.everyMs,
  loadAt: (n) => {
    const at = n * steady.everyMs - hour;
    const isBurst = at === -45 * second || at === span + 30 * second;
    return { bytes: isBurst ? 1_000_000_000 : 100, accesses: 1, open: 1 };
  },
};

describe.skipIf(missingPrometheus !== null)('history from a real Prometheus', () => {
  const samples = new Map([...recorded, steady, bursts].map((each) => [each.id, samplesOf(each)]));
  let server: PrometheusServer;
  beforeAll(async () => {
    server = await startPrometheus({ history: openMetricsOf([...samples.values()]) });
    return () => server.close();
  });

  /** All of it in one console, and in another the last readings only, with the rest from Prometheus. */
  function both(
    all: readonly Sample[],
    keptFrom: number,
    reach: HistorySource['reach'] = 'past-kept',
  ) {
    const whole = setUp().history;
    whole.add(all);
    const late = setUp().history;
    late.add(all.filter(({ at }) => at >= keptFrom));
    const local: Pick<HistoryStore, 'range' | 'totals'> = {
      range: async (query) => late.range(query),
      totals: async (query) => late.totals(query),
    };
    const source = {
      id: lima,
      folderId: null,
      url: `${server.url}/api/v1/`,
      reach,
      signIn: 'none' as const,
      user: '',
    };
    const clock = { ...createManualClock(), wall: () => noon + length };
    const api = createApi({ source, authorization: async () => null, clock });
    const reader = createReader(api, clock);
    const joined = createHistoryFrom({ local, sourceOf: () => ({ source, reader }), clock });
    return { whole, joined };
  }

  const cases = recorded.flatMap((each) => [31, 73, 300].map((points) => ({ each, points })));

  it.each(cases)(
    `draws what a console would that was there, recording $each.id with $points points (seed ${seed})`,
    async ({ each, points }) => {
      const all = samples.get(each.id) ?? [];
      const { whole, joined } = both(all, noon + 5 * hour);
      const query = { id: each.id, from: noon, to: noon + length, points };
      const there = await joined.range(query);
      expect(there.elsewhere?.fault).toBeNull();
      expectSame(there, whole.range(query), all, { everyMs: each.everyMs, points });
    },
  );

  it.each(recorded)(
    `counts what was moved as that one, recording $id (seed ${seed})`,
    async (each) => {
      const all = samples.get(each.id) ?? [];
      const { whole, joined } = both(all, noon + 5 * hour);
      const query = { id: each.id, from: noon, to: noon + length };
      const here = whole.totals(query).moved;
      const there = (await joined.totals(query)).moved;
      const most = Math.max(...all.map((_, index) => each.loadAt(index).bytes));
      const interruptions = each.gaps.length + each.restarts.length + 2;
      const isNear =
        Math.abs(Number(there?.bytes) - Number(here?.bytes)) <= 3 * most * interruptions;
      expect(isNear, `${there?.bytes} and ${here?.bytes}`).toBe(true);
      expect(there?.restarts).toBe(here?.restarts);
    },
  );

  it.each([
    { reach: 'all' as const, keptFrom: begin },
    { reach: 'past-kept' as const, keptFrom: begin + 2 * span },
  ])(
    'counts nothing of before and after a span, nor twice ($reach)',
    async ({ reach, keptFrom }) => {
      const { id } = bursts;
      const { joined } = both(samples.get(id) ?? [], keptFrom, reach);
      const movedIn = async (from: number, to: number) => {
        const { moved } = await joined.totals({ id, from: begin + from, to: begin + to });
        return Number(moved?.bytes);
      };
      const readings = (milliseconds: number) => milliseconds / bursts.everyMs;
      // At either end the reading that lies nearest.
      expect(Math.abs((await movedIn(0, span)) - 100 * readings(span))).toBeLessThanOrEqual(100);
      const ends = [-30 * minute, 0, 4 * hour, 9 * hour, span, span + 30 * minute];
      let sum = 0;
      for (const [index, to] of ends.slice(1).entries())
        sum += await movedIn(ends[index] ?? to, to);
      const whole = 2_000_000_000 + 100 * (readings(span + hour) - 2);
      expect(Math.abs(sum - whole)).toBeLessThanOrEqual(100 * ends.length);
      expect(
        Math.abs((await movedIn(-30 * minute, span + 30 * minute)) - whole),
      ).toBeLessThanOrEqual(100);
    },
  );

  it('has all from Prometheus where all is to come from there', async () => {
    const { id } = steady;
    const all = samples.get(id) ?? [];
    const { joined } = both(all, noon, 'all');
    const range = await joined.range({ id, from: noon, to: noon + length, points: 73 });
    expect(range.elsewhere?.spans.at(0)?.from).toBeLessThan(noon + 30 * minute);
    expect(range.elsewhere?.spans.at(-1)?.to).toBeGreaterThan(noon + length - 30 * minute);
  });

  it('finds in a year the hours that it has', async () => {
    const { joined } = both(samples.get(lima) ?? [], noon + length, 'all');
    const year = 365 * 24 * hour;
    const query = { id: lima, from: noon - year / 2, to: noon + year / 2, points: 300 };
    const range = await joined.range(query);
    expect(range.connections.mean.some((value) => value !== null)).toBe(true);
  });

  it('knows since when there is anything', async () => {
    const { id } = steady;
    const all = samples.get(id) ?? [];
    const { joined } = both(all, noon + 5 * hour);
    const to = noon + length;
    const { since } = await joined.range({ id, from: to - minute, to, points: 10 });
    expect(Math.abs((since ?? 0) - (all[0]?.at ?? 0))).toBeLessThan(30 * minute);
  });
});

interface Told {
  readonly everyMs: number;
  readonly points: number;
}

/** The same buckets, with the same values but for what a sample at their ends makes of it; the same gaps and restarts. */
function expectSame(
  there: HistoryRange,
  here: HistoryRange,
  all: readonly Sample[],
  told: Told,
): void {
  const width = widthAt(here.level, length / (told.points - 1));
  const bucketOf = (at: number): number => Math.floor(at / width);
  const a = filledOf(there, bucketOf);
  const b = filledOf(here, bucketOf);
  expect([...a.keys()]).toEqual([...b.keys()]);
  // Whether a pause that is hardly longer than those beside it is a gap hangs on what is known of the readings in its buckets.
  expect(gapsOf(here, bucketOf, 0)).toEqual(
    expect.arrayContaining(gapsOf(there, bucketOf, told.everyMs)),
  );
  expect(gapsOf(there, bucketOf, 0)).toEqual(
    expect.arrayContaining(gapsOf(here, bucketOf, told.everyMs)),
  );
  const restarts = (range: HistoryRange) => [...new Set(range.marks.map(({ at }) => bucketOf(at)))];
  expect(restarts(there)).toEqual(restarts(here));
  const rates = all.flatMap(({ bytesPerSecond }) => bytesPerSecond ?? []);
  const spread = Math.max(...rates) - Math.min(...rates);
  for (const [bucket, i] of a) {
    const k = b.get(bucket) ?? -1;
    for (const value of ['min', 'mean', 'max'] as const)
      expect(there.connections[value][i]).toBeCloseTo(here.connections[value][k] ?? -1, 6);
    const inside = all.filter(({ at }) => bucketOf(at) === bucket);
    const isWhole =
      inside.length >= width / told.everyMs - 0.5 &&
      inside.every(({ bytesPerSecond }) => bytesPerSecond !== null);
    if (!isWhole) continue;
    const mean = there.bytesPerSecond.mean[i] ?? Number.NaN;
    const isNear =
      Math.abs(mean - (here.bytesPerSecond.mean[k] ?? Number.NaN)) <=
      (spread * 2) / inside.length + 1e-6 * spread;
    expect(isNear, `bucket ${bucket}: ${mean} and ${here.bytesPerSecond.mean[k]}`).toBe(true);
    // A sample beside the bucket may belong to its first rate.
    const near = all.filter(
      ({ at }) => bucketOf(at + 2 * told.everyMs) >= bucket && bucketOf(at) <= bucket,
    );
    const known = near.flatMap(({ bytesPerSecond }) => bytesPerSecond ?? []);
    // What a counter that began anew rose by is a rate there, and none here.
    if (known.length < near.length) continue;
    const slack = spread * 1e-2;
    expect(there.bytesPerSecond.min[i]).toBeGreaterThanOrEqual(Math.min(...known) - slack);
    expect(there.bytesPerSecond.max[i]).toBeLessThanOrEqual(Math.max(...known) + slack);
  }
}

/** The place of the point of each bucket that has one. */
function filledOf(
  range: HistoryRange,
  bucketOf: (at: number) => number,
): ReadonlyMap<number, number> {
  return new Map(
    range.at.flatMap((at, index) =>
      range.connections.mean[index] === null ? [] : [[bucketOf(at), index] as const],
    ),
  );
}

/** Where the line is interrupted; with `everyMs` for clearly longer than the points beside lie apart. */
function gapsOf(range: HistoryRange, bucketOf: (at: number) => number, everyMs: number): number[] {
  const filled = range.at.filter((_, index) => range.connections.mean[index] !== null);
  return range.at.flatMap((at, index) => {
    if (range.connections.mean[index] !== null) return [];
    const after = filled.findIndex((each) => each > at);
    const pause = (place: number): number => (filled[place] ?? at) - (filled[place - 1] ?? at);
    const beside = Math.max(everyMs, ...[-2, -1, 1, 2].map((n) => pause(after + n)));
    return everyMs === 0 || pause(after) > 5 * beside ? [bucketOf(at)] : [];
  });
}
