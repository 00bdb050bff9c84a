import { describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';
import { idOf, ready, ruleOf, setUp, waiting } from './rig.ts';

const minuteMs = 60_000;
const restarting = { kind: 'connecting', since: 0, attempt: 1, why: null } as const;

/** Quiet hours that have just begun and last an hour. */
function quietFrom(clock: ManualClock) {
  const date = new Date(clock.wall());
  const from = date.getHours() * 60 + date.getMinutes();
  return { from, to: (from + 60) % 1440 };
}

describe('what fired in quiet hours', () => {
  it('is told at their end also where the app was started again within', async () => {
    const directory = temporaryDirectory();
    const clock = createManualClock();
    const rules = [ruleOf({ quiet: quietFrom(clock) })];
    const first = setUp(3, rules, { directory, clock });
    first.turn(0, waiting);
    await clock.advance(10 * minuteMs);
    expect(first.told()).toEqual([]);
    first.end();
    const again = setUp(3, rules, { directory, clock, state: restarting });
    await clock.advance(40 * minuteMs);
    expect(again.told()).toEqual([]);
    await clock.advance(12 * minuteMs);
    expect(again.told()).toEqual(['fired 1']);
    again.turn(0, ready);
    expect(again.told()).toEqual(['fired 1', 'over 1']);
  });

  it('is sent to a webhook at once, and that it is over', async () => {
    const clock = createManualClock();
    const { turn, told, sent } = setUp(3, [ruleOf({ quiet: quietFrom(clock) })], { clock });
    turn(0, waiting);
    await clock.advance(2 * minuteMs);
    expect(sent()).toEqual(['fired 1']);
    turn(0, ready);
    expect(sent()).toEqual(['fired 1', 'over 1']);
    await clock.advance(90 * minuteMs);
    expect(told()).toEqual([]);
  });
});

it('tells after quiet hours that what was told before them is over', async () => {
  const clock = createManualClock();
  const date = new Date(clock.wall());
  const from = (date.getHours() * 60 + date.getMinutes() + 10) % 1440;
  const quiet = { from, to: (from + 60) % 1440 };
  const { turn, told } = setUp(3, [ruleOf({ quiet })], { clock });
  turn(0, waiting);
  await clock.advance(20 * minuteMs);
  turn(0, ready);
  await clock.advance(30 * minuteMs);
  expect(told()).toEqual(['fired 1']);
  await clock.advance(22 * minuteMs);
  expect(told()).toEqual(['fired 1', 'over 1']);
});

it('tells after a start what the app had no time to tell', async () => {
  const directory = temporaryDirectory();
  const clock = createManualClock();
  const first = setUp(3, [ruleOf()], { directory, clock });
  first.turn(0, waiting);
  await clock.advance(62_000);
  expect(first.alerts.open()).toHaveLength(1);
  expect(first.told()).toEqual([]);
  first.end();
  const again = setUp(3, [ruleOf()], { directory, clock, state: restarting });
  await clock.advance(minuteMs);
  expect(again.told()).toEqual(['fired 1']);
});

describe('of two consoles on one directory', () => {
  async function two() {
    const directory = temporaryDirectory();
    const clock = createManualClock();
    const one = setUp(3, [ruleOf()], { directory, clock });
    const other = setUp(3, [ruleOf()], { directory, clock });
    one.turn(0, waiting);
    other.turn(0, waiting);
    await clock.advance(61_500);
    other.alerts.follow();
    expect(one.alerts.open()).toEqual(other.alerts.open());
    const told = () => [...one.told(), ...other.told()];
    return { clock, one, other, told };
  }

  it.each(['one', 'other'] as const)(
    'one tells that it fired, and one that it is over, whoever wrote that: the %s',
    async (who) => {
      const made = await two();
      await made.clock.advance(minuteMs);
      expect(made.told()).toEqual(['fired 1']);
      const [first, second] = who === 'one' ? [made.one, made.other] : [made.other, made.one];
      first.turn(0, ready);
      second.turn(0, ready);
      expect(made.told()).toEqual(['fired 1', 'over 1']);
      made.one.alerts.follow();
      made.other.alerts.follow();
      expect(made.told()).toHaveLength(2);
    },
  );

  it('the other tells what the first was killed before it could tell', async () => {
    const { clock, one, other } = await two();
    one.end();
    await clock.advance(minuteMs);
    expect(other.told()).toEqual(['fired 1']);
  });
});

describe('what comes to a batch that was told', () => {
  it('is told once more, within a minute, and all of it to be over as one', async () => {
    const { clock, turn, told, sent, news } = setUp(20, [ruleOf()]);
    turn(0, waiting);
    await clock.advance(10_000);
    turn(1, waiting);
    await clock.advance(5000);
    turn(2, waiting);
    await clock.advance(3 * minuteMs);
    expect(told()).toEqual(['fired 1', 'fired 2']);
    expect(news.flatMap(({ alerts }) => alerts.map(({ about }) => about))).toMatchObject(
      [0, 1, 2].map((index) => ({ profileId: idOf(index) })),
    );
    for (const index of [0, 1, 2]) turn(index, ready);
    expect(told()).toEqual(['fired 1', 'fired 2', 'over 3']);
    expect(sent()).toEqual(told());
  });

  it('is told again with the others where the rule says so', async () => {
    const { clock, turn, told } = setUp(20, [ruleOf({ againMinutes: 30 })]);
    turn(0, waiting);
    await clock.advance(10_000);
    turn(1, waiting);
    await clock.advance(34 * minuteMs);
    expect(told()).toEqual(['fired 1', 'fired 1', 'again 2']);
  });
});

describe('what flaps', () => {
  const condition = {
    kind: 'metric',
    metric: 'connections',
    direction: 'above',
    raise: 100,
    clear: 50,
    bad: 1,
    of: 1,
  } as const;
  const high = { connections: 900n };
  const low = { connections: 1n };

  it('is told to fire once a minute at most, and how it stands in the end', async () => {
    const { clock, read, told, alerts } = setUp(2, [ruleOf({ condition })]);
    for (let i = 0; i < 100; i++) {
      read(0, high);
      await clock.advance(4000);
      read(0, low);
      await clock.advance(2000);
    }
    const fired = told().filter((word) => word === 'fired 1');
    expect(fired.length).toBeGreaterThan(1);
    expect(fired.length).toBeLessThanOrEqual(11);
    expect(told().at(-1)).toBe('over 1');
    read(0, high);
    await clock.advance(2 * minuteMs);
    expect(alerts.open()).toHaveLength(1);
    expect(told().at(-1)).toBe('fired 1');
  });

  it('beside one that stays is told to be over once', async () => {
    const { clock, read, news } = setUp(2, [ruleOf({ condition })]);
    read(1, high);
    read(0, high);
    await clock.advance(5000);
    for (let i = 0; i < 200; i++) {
      read(0, low);
      read(0, high);
    }
    read(0, low);
    await clock.advance(2 * minuteMs);
    read(1, low);
    expect(news.map(({ kind, alerts }) => [kind, alerts.length])).toEqual([
      ['fired', 2],
      ['over', 2],
    ]);
  });
});
