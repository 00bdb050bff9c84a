import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { none, valued } from '../../../../shared/fleet/insights/insight.ts';
import { insightOf, type SpanFacts } from '../../../../shared/fleet/insights/of-span.ts';
import { spanFactsOf } from '../../../../shared/fleet/insights/span-facts.ts';
import type { OpenCount } from '../../../../shared/model/open-count-schema.ts';
import { rangeOf } from './series.ts';

const believed: OpenCount = { verdict: 'counted-out', accesses: 100, rise: 0 };
const facts: SpanFacts = {
  seconds: 300,
  watchedSeconds: 300,
  readings: 300,
  connections: 6,
  firstConnections: 5,
  lastConnections: 7,
  bytesPerSecond: 3000,
  accessesPerSecond: 2,
  restarts: 0,
};

describe('the insights of a span', () => {
  it('are the quotients of the three numbers', () => {
    expect(insightOf('meanDuration', facts, believed)).toEqual(valued(3));
    expect(insightOf('bytesPerAccess', facts, believed)).toEqual(valued(1500));
    expect(insightOf('bytesPerConnection', facts, believed)).toEqual(valued(500));
  });

  const cases: readonly [string, Partial<SpanFacts>, readonly unknown[]][] = [
    [
      'nothing was read',
      { readings: 0, connections: null, bytesPerSecond: null, accessesPerSecond: null },
      ['no-data', 'no-data', 'no-data'],
    ],
    ['too little was read', { readings: 4 }, ['few-readings', 'few-readings', 'few-readings']],
    [
      'there were too few accesses',
      { accessesPerSecond: 0.01 },
      ['few-accesses', 'few-accesses', 500],
    ],
    ['the proxy restarted', { restarts: 1 }, ['restart', 1500, 'restart']],
    ['most was not watched', { watchedSeconds: 100 }, ['gaps', 'gaps', 'gaps']],
    ['nothing was open', { connections: 0 }, [0, 1500, 'none-open']],
    ['connections outlast the span', { connections: 400 }, ['short-span', 1500, 7.5]],
    ['many more are open at its end', { lastConnections: 400 }, ['unsteady', 1500, 500]],
  ];
  for (const [when, changed, expected] of cases) {
    it(`say why there is none where ${when}`, () => {
      const span = { ...facts, ...changed };
      const found = (['meanDuration', 'bytesPerAccess', 'bytesPerConnection'] as const).map(
        (each) => {
          const insight = insightOf(each, span, believed);
          return insight.known ? insight.value : insight.why.case;
        },
      );
      expect(found).toEqual(expected);
    });
  }

  it('conclude nothing from a count that is not believed, and the rest all the same', () => {
    for (const verdict of ['unproven', 'rising', 'only-rises', 'below-zero'] as const) {
      const count: OpenCount = { verdict, accesses: 50, rise: 49 };
      expect(insightOf('meanDuration', facts, count)).toMatchObject({ why: { case: verdict } });
      expect(insightOf('bytesPerConnection', facts, count)).toMatchObject({
        why: { case: verdict },
      });
      expect(insightOf('bytesPerAccess', facts, count)).toEqual(valued(1500));
    }
    expect(insightOf('meanDuration', facts, { verdict: 'unproven', accesses: 7, rise: 0 })).toEqual(
      none({ case: 'unproven', accesses: 7, least: 30 }),
    );
  });
});

const span = 600;
const sessionArbitrary = fc
  .tuple(fc.integer({ min: 1, max: span - 41 }), fc.integer({ min: 0, max: 40 }), fc.nat(100_000))
  .map(([start, length, bytes]) => ({ start, end: start + length, bytes }));

describe('the insights of sessions that came and went within the span', () => {
  it('are their mean duration and their mean bytes', () => {
    fc.assert(
      fc.property(fc.array(sessionArbitrary, { minLength: 10, maxLength: 60 }), (sessions) => {
        const points = Array.from({ length: span + 1 }, (_, second) => ({
          at: second * 1000,
          connections: sessions.filter(({ start, end }) => start <= second && second < end).length,
          bytesPerSecond: sessions.reduce(
            (sum, { start, bytes }) => sum + (start === second ? bytes : 0),
            0,
          ),
          accessesPerSecond: sessions.filter(({ start }) => start === second).length,
        }));
        const found = spanFactsOf(rangeOf(points), { from: 0, to: span * 1000 });
        const mean = (of: (session: (typeof sessions)[number]) => number): number =>
          sessions.reduce((sum, session) => sum + of(session), 0) / sessions.length;
        const duration = insightOf('meanDuration', found, believed);
        expect(duration.known && duration.value).toBeCloseTo(
          mean(({ start, end }) => end - start),
          6,
        );
        const bytes = insightOf('bytesPerAccess', found, believed);
        expect(bytes.known && bytes.value).toBeCloseTo(
          mean((session) => session.bytes),
          4,
        );
      }),
    );
  });
});

describe('the facts of a span', () => {
  const at = (second: number, values: readonly (number | null)[]) => ({
    at: second * 1000,
    connections: values[0] ?? null,
    bytesPerSecond: values[1] ?? null,
    accessesPerSecond: values[2] ?? null,
  });

  it('weigh each point by how long it held, and count no gap as watched', () => {
    const range = rangeOf([
      at(0, [1, null, null]),
      at(1, [2, 10, 1]),
      at(2, [2, 10, 1]),
      at(4, [8, 40, 4]),
      at(5, [null, null, null]),
      at(90, [3, null, null]),
      at(91, [3, 30, 0]),
    ]);
    expect(spanFactsOf(range, { from: 0, to: 100_000 })).toEqual({
      seconds: 100,
      watchedSeconds: 5,
      readings: 6,
      connections: (2 + 2 + 16 + 3) / 5,
      firstConnections: 1,
      lastConnections: 3,
      bytesPerSecond: (10 + 10 + 80 + 30) / 5,
      accessesPerSecond: (1 + 1 + 8 + 0) / 5,
      restarts: 0,
    });
  });

  it('count the restarts of the span, also those that one mark stands for', () => {
    const points = [at(0, [0, 1, 1]), at(10, [0, 1, 1])];
    const range = rangeOf(points, [
      { kind: 'restart', at: 2000 },
      { kind: 'restart', at: 6000, count: 3 },
      { kind: 'restart', at: 20_000 },
    ]);
    expect(spanFactsOf(range, { from: 0, to: 10_000 }).restarts).toBe(4);
  });
});
