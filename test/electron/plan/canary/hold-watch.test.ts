import { describe, expect, it } from 'vitest';
import {
  createHoldWatch,
  type Past,
  silentMs,
} from '../../../../electron/plan/canary/hold-watch.ts';
import type { Reading } from '../../../../shared/fleet/canary.ts';
import { type ProxyStateKind, proxyStateKinds } from '../../../../shared/model/state-kinds.ts';
import { lima, madrid } from '../../store/audit-entry.ts';
import { noon, sample } from '../../store/samples.ts';

const target = { id: madrid, name: 'Madrid' };
const about = { losses: 0, appliedElse: false };
const other = { profileId: lima };

/** So many readings, one a second, the first at that second. */
const past = (count: number, from = 0, restarted = false): Past => ({
  readings: Array.from(
    { length: count },
    (_, index): Reading => ({
      at: noon + (from + index) * 1000,
      ...{ bytesPerSecond: 100, accessesPerSecond: 1, roundTripMs: 1.5, count: 1 },
    }),
  ),
  restarted,
});

function watching() {
  const watch = createHoldWatch([madrid, lima]);
  const read = (second: number, of: Parameters<typeof sample>[1] = {}) =>
    watch.samples([sample(noon + second * 1000, of)]);
  return {
    ...watch,
    read,
    /** The seconds of the readings before the change and since. */
    seconds: () => {
      const { before, since } = watch.of(target, 0, about);
      const second = ({ at }: Reading) => (at - noon) / 1000;
      return { before: before.map(second), since: since.map(second) };
    },
    restarted: () => watch.of(target, 0, about).restarted,
  };
}

describe('what is read of a canary', () => {
  it('is of before the change until that, and since then', () => {
    const { read, change, seconds, ...watch } = watching();
    for (const second of [1, 2, 3]) read(second);
    change(noon + 3500, 60_000);
    for (const second of [4, 5]) read(second);
    expect(seconds()).toEqual({ before: [1, 2, 3], since: [4, 5] });
    const counts = [madrid, lima, 'nobody'].map((id) => watch.before(id).length);
    expect(counts).toEqual([3, 0, 0]);
  });

  it('is of no longer before it than what is compared', () => {
    const { read, change, seconds } = watching();
    for (const second of [1, 2, 3, 4]) read(second);
    change(noon + 4000, 2000);
    expect(seconds().before).toEqual([2, 3, 4]);
  });

  it('is not compared across a restart before the change, and says of one since', () => {
    const { read, change, seconds, restarted } = watching();
    read(1);
    read(2, { restart: true });
    read(3);
    expect(seconds().before).toEqual([3]);
    change(noon + 3500, 60_000);
    expect(restarted()).toBe(false);
    read(4, { restart: true });
    read(5);
    expect([seconds().since, restarted()]).toEqual([[4, 5], true]);
  });

  it('begins anew before the change and since, each without the other', () => {
    const { read, change, measureAnew, beginAnew, seconds, count, restarted } = watching();
    read(1);
    measureAnew();
    read(2);
    change(noon + 2500, 60_000);
    read(3, { restart: true });
    beginAnew();
    expect([count([madrid]), restarted()]).toEqual([0, false]);
    read(4);
    expect(seconds()).toEqual({ before: [2], since: [4] });
  });

  it('of others is nothing', () => {
    const { samples, seed, count } = watching();
    samples([sample(noon, { profileId: 'nobody' })]);
    seed('nobody', past(1), past(1));
    expect(count(['nobody'])).toBe(0);
  });

  it('is made fewer where it is much, and counts as what it was', () => {
    const { read, change, of, count } = watching();
    change(noon, 60_000);
    for (let second = 0; second < 1300; second++) read(second);
    const { since } = of(target, 0, about);
    expect(since.length).toBeLessThanOrEqual(600);
    expect(since.reduce((sum, reading) => sum + reading.count, 0)).toBe(1300);
    expect(count([madrid])).toBe(1300);
  });
});

describe('what the history has of a canary', () => {
  it.each<[string, Past | null, Past | null, object]>([
    ['nothing', null, null, { before: 0, since: 0, count: 0, restarted: false }],
    ['what was before', past(3), null, { before: 3, since: 0, count: 0, restarted: false }],
    ['what was since', null, past(4, 9), { before: 0, since: 4, count: 4, restarted: false }],
    ['both', past(3), past(4, 9), { before: 3, since: 4, count: 4, restarted: false }],
    [
      'a restart before',
      past(3, 0, true),
      null,
      { before: 0, since: 0, count: 0, restarted: false },
    ],
    ['a restart since', null, past(4, 9, true), { before: 0, since: 4, count: 4, restarted: true }],
    ['much', past(900), past(900, 900), { before: 450, since: 450, count: 900, restarted: false }],
  ])('is taken over: %s', (_title, before, since, expected) => {
    const { seed, of, count } = watching();
    seed(madrid, before, since);
    const found = of(target, 0, about);
    expect({
      before: found.before.length,
      since: found.since.length,
      count: count([madrid]),
      restarted: found.restarted,
    }).toEqual(expected);
  });
});

describe('who is reached', () => {
  const lost: readonly ProxyStateKind[] = [
    'connecting',
    'authenticating',
    'waiting',
    'needs-attention',
  ];

  it.each([...proxyStateKinds, undefined])(
    'in the state %s is as that says, and told once',
    (kind) => {
      const { look, unreached } = watching();
      const isLost = kind !== undefined && lost.includes(kind);
      const stateOf = (id: string) => (id === madrid ? kind : 'ready');
      expect(look(1000, stateOf)).toEqual(isLost ? [madrid] : []);
      expect(look(2000, stateOf)).toEqual([]);
      expect(unreached(madrid, 5000)).toBe(isLost ? 4000 : null);
      expect(unreached(lima, 5000)).toBeNull();
    },
  );

  it.each([
    [0, true],
    [silentMs - 1, true],
    [silentMs, false],
  ])('is ready still %d ms after its session was lost: %s', (ms, ready) => {
    const { look, of } = watching();
    look(1000, () => 'waiting');
    expect(of(target, 1000 + ms, about)).toMatchObject({ ...target, ready, ...about });
  });

  it('is lost again after it was back', () => {
    const { look, unreached } = watching();
    look(1000, () => 'waiting');
    look(2000, () => 'ready');
    expect(unreached(madrid, 2000)).toBeNull();
    expect(look(3000, () => 'waiting')).toEqual([madrid, lima]);
    expect(unreached(madrid, 3500)).toBe(500);
  });

  it('counts by the one with the fewest readings, without those that are not reached', () => {
    const { read, change, look, count } = watching();
    change(noon, 60_000);
    for (const second of [1, 2, 3]) read(second);
    read(1, other);
    expect(count([madrid, lima])).toBe(1);
    look(1000, (id) => (id === lima ? 'waiting' : 'ready'));
    expect(count([madrid, lima])).toBe(3);
    look(2000, () => 'waiting');
    expect(count([madrid, lima])).toBe(0);
  });
});
