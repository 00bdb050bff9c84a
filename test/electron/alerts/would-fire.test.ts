import { describe, expect, it } from 'vitest';
import { type WouldFireParts, wouldFire } from '../../../electron/alerts/would-fire.ts';
import { classesOf } from '../../../shared/model/environment-class.ts';
import type { NewEvent, ProxyEvent } from '../../../shared/model/event.ts';
import type { HistoryRange } from '../../../shared/model/history.ts';
import { unknownCount } from '../../../shared/model/open-count.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';
import { someErrorValue } from '../../support/facts.ts';
import { idOf, ruleOf } from './rig.ts';

const minuteMs = 60_000;
const now = 100 * 3_600_000;
const profiles = [0, 1, 2, 3, 4].map(
  (index): Profile =>
    profileSchema.parse({ id: idOf(index), name: `p${index}`, host: 'h', user: 'ana' }),
);

/** The last ten minutes of each proxy, as means of connections. */
function past(
  numbers: Readonly<Record<string, readonly (number | null)[]>>,
  events: readonly Omit<ProxyEvent, 'id' | 'profileName'>[] = [],
): WouldFireParts {
  return {
    clock: { wall: () => now },
    profiles: () => profiles,
    classes: () => classesOf([]),
    maintenance: () => [],
    openCountOf: () => unknownCount,
    history: {
      missed: async () => ({ at: [], missed: [] }),
      async range({ id }) {
        const mean = [...(numbers[id] ?? [])];
        const at = mean.map((_, i) => now - (mean.length - i) * minuteMs);
        return { at, connections: { min: mean, mean, max: mean } } as unknown as HistoryRange;
      },
    },
    events: {
      list: async ({ id }) =>
        events
          .filter((event) => event.profileId === id)
          .map((event, i) => ({ ...event, id: i, profileName: 'p' }) as ProxyEvent)
          .toReversed(),
    },
  };
}

function event(kind: NewEvent['kind'], minutesAgo: number, detail: object = {}) {
  const at = now - minutesAgo * minuteMs;
  return { kind, detail, at, profileId: idOf(0) } as unknown as ProxyEvent;
}

describe('what a rule would have fired in the last day', () => {
  it('is told of a number by the means of the minutes; a gap is neither its beginning nor its end', async () => {
    const condition = {
      kind: 'metric',
      metric: 'connections',
      direction: 'above',
      raise: 100,
      clear: 50,
      bad: 1,
      of: 1,
    } as const;
    const parts = past({ [idOf(0)]: [1, 200, null, 70, 20, 150], [idOf(1)]: [1, 2, 3] });
    expect(await wouldFire(parts, ruleOf({ condition }))).toEqual({
      basis: 'minutes',
      looked: 5,
      proxies: 5,
      knownMinutes: 5,
      spans: [
        { profileId: idOf(0), from: now - 5 * minuteMs, to: now - 2 * minuteMs },
        { profileId: idOf(0), from: now - minuteMs, to: null },
      ],
    });
  });

  it('is told of the difference from the group, minute by minute', async () => {
    const condition = { kind: 'unlike', metric: 'connections', bad: 1, of: 1 } as const;
    const usual = [10, 11, 10];
    const parts = past({
      ...Object.fromEntries(profiles.map(({ id }) => [id, usual])),
      [idOf(4)]: [10, 99, 10],
    });
    const { spans } = await wouldFire(parts, ruleOf({ condition }));
    expect(spans).toEqual([{ profileId: idOf(4), from: now - 2 * minuteMs, to: now - minuteMs }]);
  });

  it('is told of states by the events: a proxy that was left on request was not down', async () => {
    const lost = { code: someErrorValue('association-lost').code };
    const parts = past({}, [
      event('connected', 600),
      event('disconnected', 500, lost),
      event('connected', 400),
      event('disconnected', 300, { code: 'cancelled' }),
      event('connected', 200),
      event('attempt-failed', 30, lost),
    ]);
    const { basis, spans } = await wouldFire(parts, ruleOf());
    expect(basis).toBe('events');
    expect(spans).toEqual([
      { profileId: idOf(0), from: now - 499 * minuteMs, to: now - 400 * minuteMs },
      { profileId: idOf(0), from: now - 29 * minuteMs, to: null },
    ]);
  });

  it('is told of moments, those of a while together; of implausible counts nothing is kept', async () => {
    const parts = past({}, [
      event('restarted', 2000),
      event('restarted', 100),
      event('restarted', 95),
      event('restarted', 50),
    ]);
    const { spans } = await wouldFire(parts, ruleOf({ condition: { kind: 'restarted' } }));
    expect(
      spans.map(({ from, to }) => [(now - from) / minuteMs, (now - (to ?? 0)) / minuteMs]),
    ).toEqual([
      [100, 80],
      [50, 35],
    ]);
    const implausible = { kind: 'implausible', bad: 1, of: 1 } as const;
    expect((await wouldFire(parts, ruleOf({ condition: implausible }))).basis).toBe('nothing');
  });
});
