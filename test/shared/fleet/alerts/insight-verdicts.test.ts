import { describe, expect, it } from 'vitest';
import { insightVerdicts } from '../../../../shared/fleet/alerts/insight-verdicts.ts';
import type { SpanFacts } from '../../../../shared/fleet/insights/of-span.ts';
import type { AlertInsight } from '../../../../shared/model/alert-rule.ts';
import { unknownCount } from '../../../../shared/model/open-count.ts';
import type { OpenCount } from '../../../../shared/model/open-count-schema.ts';

const span: SpanFacts = {
  seconds: 300,
  watchedSeconds: 300,
  readings: 60,
  connections: 20,
  firstConnections: 20,
  lastConnections: 20,
  bytesPerSecond: 4000,
  accessesPerSecond: 2,
  restarts: 0,
};
const believed: OpenCount = { verdict: 'counted-out', accesses: 600, rise: 0 };
const none: readonly string[] = [];

function look(
  metric: AlertInsight,
  {
    facts = { a: span } as Readonly<Record<string, SpanFacts>>,
    id = 'a',
    count = believed,
    firing = none,
    raise = 0.5,
    direction = 'above' as 'above' | 'below',
  } = {},
) {
  return insightVerdicts(
    { kind: 'metric', metric, direction, raise, clear: raise, bad: 1, of: 1 },
    {
      facts: new Map(Object.entries(facts)),
      countOf: () => count,
      isFiring: (each) => firing.includes(each),
    },
  )(id);
}

describe('what an insight says', () => {
  it.each([
    ['meanDuration', 9, 10],
    ['bytesPerAccess', 1999, 2000],
    ['bytesPerConnection', 199, 200],
  ] as const)('of %s beyond %i is bad, by its value', (metric, raise, value) => {
    expect(look(metric, { raise })).toEqual({ verdict: 'bad', value });
    expect(look(metric, { raise: value }).verdict).toBe('clear');
  });

  it.each([
    ['meanDuration', { count: unknownCount }],
    ['meanDuration', { facts: { a: { ...span, restarts: 1 } } }],
    ['bytesPerConnection', { count: { ...believed, verdict: 'only-rises' as const } }],
    ['bytesPerAccess', { facts: { a: { ...span, accessesPerSecond: 0.01 } } }],
    ['share', {}],
    ['balance', {}],
    ['share', { id: 'gone' }],
  ] as const)('is nothing where the conditions of %s do not hold: %o', (metric, others) => {
    expect(look(metric, others)).toEqual({ verdict: 'unknown', value: null });
  });

  it('of a share is of all that the rule is for', () => {
    const facts = { a: span, b: { ...span, bytesPerSecond: 1000 } };
    expect(look('share', { facts })).toEqual({ verdict: 'bad', value: 0.8 });
    expect(look('share', { facts, id: 'b' })).toEqual({ verdict: 'clear', value: 0.2 });
  });

  it('of the balance is told of the one with the most accesses, and of no second one while it lasts', () => {
    const facts = { a: span, b: { ...span, accessesPerSecond: 40 }, c: span };
    const asked = { facts, direction: 'below', raise: 0.5 } as const;
    expect(look('balance', { ...asked, id: 'b' }).verdict).toBe('bad');
    expect(look('balance', { ...asked, id: 'a' }).verdict).toBe('between');
    expect(look('balance', { ...asked, id: 'b', firing: ['a'] }).verdict).toBe('between');
    expect(look('balance', { ...asked, id: 'a', firing: ['a'] }).verdict).toBe('bad');
  });

  it.each(['share', 'balance'] as const)(
    'of %s reads each of the group a few times, however many are asked of',
    (metric) => {
      let reads = 0;
      const counted = (value: number): SpanFacts => ({
        ...span,
        get bytesPerSecond() {
          reads++;
          return value;
        },
        get accessesPerSecond() {
          reads++;
          return value;
        },
      });
      const facts = new Map(
        Array.from({ length: 200 }, (_, i) => [`p${i}`, counted(i % 7 === 0 ? 50 : 5)]),
      );
      let firing = 0;
      const isFiring = (): boolean => ++firing < 0;
      const verdictOf = insightVerdicts(
        { kind: 'metric', metric, direction: 'below', raise: 0.9, clear: 0.95, bad: 1, of: 1 },
        { facts, countOf: () => believed, isFiring },
      );
      const verdicts = [...facts.keys()].map((id) => verdictOf(id).verdict);
      expect(verdicts.filter((verdict) => verdict === 'bad')).toHaveLength(
        metric === 'share' ? 200 : 1,
      );
      expect(reads).toBeLessThanOrEqual(4 * 200);
      expect(firing).toBeLessThanOrEqual(2 * 200);
    },
  );
});
