import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fewestReadings,
  judgeCanaries,
  measured,
  type Reading,
  thinned,
  type Watched,
  worstOf,
} from '../../../shared/fleet/canary.ts';
import type { CanaryMeasure } from '../../../shared/model/canary.ts';

/** A reading a second of a proxy that is used so much. */
function readings(
  count: number,
  { accesses = 2, bytes = 5000, roundTripMs = 20 as number | null } = {},
): readonly Reading[] {
  return Array.from({ length: count }, (_, index) => ({
    at: index * 1000,
    accessesPerSecond: accesses,
    bytesPerSecond: accesses * bytes,
    roundTripMs: roundTripMs === null ? null : roundTripMs * (1 + 0.1 * (index % 3)),
    count: 1,
  }));
}

const watched = (id: string, of: Partial<Watched> = {}): Watched => ({
  id,
  name: id,
  before: readings(60),
  since: readings(60),
  losses: 0,
  ready: true,
  restarted: false,
  appliedElse: false,
  ...of,
});

const others = (count: number, of: (index: number) => Partial<Watched> = () => ({})) =>
  Array.from({ length: count }, (_, index) => watched(`control-${index}`, of(index)));

function judged(canary: Partial<Watched>, untouched: readonly Watched[] = others(9)) {
  const [report] = judgeCanaries([watched('canary', canary)], untouched);
  if (report === undefined) throw new Error('no report');
  const of = (measure: CanaryMeasure) =>
    report.comparisons.find((each) => each.measure === measure);
  return { report, of };
}

describe('a canary that is as before', () => {
  it('is fine in everything, with the numbers that say so', () => {
    const { report, of } = judged({});
    expect(report).toMatchObject({ verdict: 'fine', readings: { before: 60, since: 60 } });
    expect(of('accessesPerSecond')).toMatchObject({
      before: 2,
      since: 2,
      factor: 1,
      usual: { factor: 1, spread: 1, count: 9 },
      finding: 'fine',
      why: 'within',
    });
  });

  it('is fine where everything became half with the untouched, and the round trip longer by a few milliseconds', () => {
    const half = readings(60, { accesses: 1 });
    expect(
      judged(
        { since: half },
        others(5, () => ({ since: half })),
      ).report.verdict,
    ).toBe('fine');
    const slow = (roundTripMs: number) => readings(60, { roundTripMs });
    const { of } = judged(
      { before: slow(2), since: slow(9) },
      others(9, () => ({ before: slow(2), since: slow(2) })),
    );
    expect(of('roundTripMs')?.finding).toBe('fine');
  });
});

describe('a canary that is worse', () => {
  it.each([
    ['bytesPerAccess', { bytes: 200 }, 'below'],
    ['accessesPerSecond', { accesses: 0.05 }, 'below'],
    ['accessesPerSecond', { accesses: 0 }, 'below'],
    ['roundTripMs', { roundTripMs: 200 }, 'above'],
  ] as const)('is told by %s with %j', (measure, now, why) => {
    const { report, of } = judged({ since: readings(60, now) });
    expect(report.verdict).toBe('worse');
    expect(of(measure)).toMatchObject({ finding: 'worse', why });
  });

  it('is one that is silent while others answer, that lost its session again and again, or that has something else in force', () => {
    expect(judged({ ready: false }).report).toMatchObject({
      verdict: 'worse',
      session: { why: 'silent' },
    });
    expect(judged({ ready: false }, []).report.verdict).toBe('worse');
    expect(judged({ losses: 2 }).report.session).toMatchObject({
      finding: 'worse',
      why: 'lost-often',
      usual: 0,
    });
    expect(judged({ appliedElse: true }).report.session.why).toBe('applied-else');
  });

  it('is not told by bounds that the untouched pass themselves', () => {
    const wild = others(9, (index) => ({ since: readings(60, { bytes: 500 * 3 ** (index - 2) }) }));
    const { of } = judged({ since: readings(60, { bytes: 1000 }) }, wild);
    expect(of('bytesPerAccess')).toMatchObject({ finding: 'unclear', why: 'varies' });
  });
});

describe('no verdict is possible', () => {
  it.each([
    ['too-few-readings', { since: readings(4) }, others(9)],
    ['too-few-readings', { before: readings(4) }, others(9)],
    ['no-control', {}, others(2)],
    ['no-traffic', { before: readings(60, { accesses: 0 }) }, others(9)],
    ['no-traffic', { before: readings(60, { accesses: 0.05 }) }, others(9)],
    ['restarted', { restarted: true }, others(9)],
  ] as const)('for %s', (why, canary, untouched) => {
    const { report, of } = judged(canary, untouched);
    expect(of('accessesPerSecond')).toMatchObject({ finding: 'unclear', why });
    expect(report.verdict).toBe('unclear');
  });

  it('where half of the untouched are not reached either, or one session was lost', () => {
    expect(
      judged(
        { ready: false },
        others(4, (index) => ({ ready: index === 0 })),
      ).report.session,
    ).toMatchObject({
      finding: 'unclear',
      why: 'all-lost',
    });
    expect(judged({ losses: 1 }).report.verdict).toBe('unclear');
    expect(
      judged(
        { losses: 1 },
        others(5, () => ({ losses: 1 })),
      ).report.verdict,
    ).toBe('fine');
  });

  it('where there is much more than before of what may as well be good', () => {
    expect(judged({ since: readings(60, { bytes: 50_000 }) }).report.verdict).toBe('unclear');
  });

  it('for none of the accesses where only few would have come', () => {
    const rare = { accesses: 0.2 };
    const { of } = judged(
      { before: readings(60, rare), since: readings(fewestReadings, { accesses: 0 }) },
      others(9, () => ({ before: readings(60, rare), since: readings(60, rare) })),
    );
    expect(of('accessesPerSecond')?.finding).toBe('unclear');
  });
});

describe('what is worst', () => {
  it('decides, and of nothing nothing is known', () => {
    expect(worstOf([])).toBe('unclear');
    expect(worstOf(['fine', 'unclear', 'worse'])).toBe('worse');
    expect(worstOf(['fine', 'unclear'])).toBe('unclear');
    expect(worstOf(['fine'])).toBe('fine');
  });
});

/** Something counted in a time: nothing, or one in a day at least. */
const amount = (max: number) =>
  fc.option(fc.oneof(fc.constant(0), fc.double({ min: 1 / 86_400, max, noNaN: true })));
const reading = fc.record({
  at: fc.integer({ min: 0, max: 1_000_000 }),
  bytesPerSecond: amount(1e9),
  accessesPerSecond: amount(1e5),
  roundTripMs: amount(1e5),
  count: fc.integer({ min: 1, max: 9 }),
});
const list = fc.array(reading, { maxLength: 40 }).map((all) => all.toSorted((a, b) => a.at - b.at));
const anyone = fc.record({
  id: fc.uuid(),
  name: fc.string(),
  before: list,
  since: list,
  losses: fc.nat(5),
  ready: fc.boolean(),
  restarted: fc.boolean(),
  appliedElse: fc.boolean(),
});

describe('whatever was read', () => {
  it('there is a report of each canary whose numbers are finite, and whose verdict follows from its findings', () => {
    fc.assert(
      fc.property(
        fc.array(anyone, { maxLength: 3 }),
        fc.array(anyone, { maxLength: 8 }),
        (canaries, untouched) => {
          const reports = judgeCanaries(canaries, untouched);
          expect(reports.map(({ id }) => id)).toEqual(canaries.map(({ id }) => id));
          for (const { comparisons, session, verdict } of reports) {
            for (const { before, since, factor, low, high, chance } of comparisons)
              for (const number of [before, since, factor, low, high, chance])
                expect(number === null || Number.isFinite(number)).toBe(true);
            expect(verdict).toBe(
              worstOf([session.finding, ...comparisons.map(({ finding }) => finding)]),
            );
          }
        },
      ),
    );
  });

  it('the unit does not matter: a canary with the same factors is judged the same', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 9000 }),
        (scale, now) => {
          const scaled = (bytes: number) => readings(60, { bytes: bytes * scale });
          const plain = judged({ since: readings(60, { bytes: now }) }).of('bytesPerAccess');
          const other = judged(
            { before: scaled(5000), since: scaled(now) },
            others(9, () => ({ before: scaled(5000), since: scaled(5000) })),
          ).of('bytesPerAccess');
          expect(other?.finding).toBe(plain?.finding);
        },
      ),
    );
  });

  it('fewer bytes for each access are never found better', () => {
    const order = ['worse', 'unclear', 'fine'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        (one, two) => {
          const [less, more] = [one, two].toSorted((a, b) => a - b);
          const findingOf = (bytes = 0) =>
            order.indexOf(
              judged({ since: readings(60, { bytes }) }).of('bytesPerAccess')?.finding ?? '',
            );
          expect(findingOf(less)).toBeLessThanOrEqual(findingOf(more));
        },
      ),
    );
  });

  it('is thinned to so many readings without another mean', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (length) => {
        const many = readings(length).map((each, index) => ({
          ...each,
          accessesPerSecond: index % 5,
        }));
        const few = thinned(many, 8);
        expect(few.length).toBeLessThanOrEqual(8);
        expect(measured(few, 'accessesPerSecond')?.value).toBeCloseTo(
          measured(many, 'accessesPerSecond')?.value ?? 0,
        );
      }),
    );
  });
});
