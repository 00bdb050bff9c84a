import { expect, it } from 'vitest';
import { ranked } from '../../../renderer/views/compare/ranked.ts';
import { profileOf, snapshotOf } from '../snapshots.ts';

const profiles = ['low', 'off', 'high', 'wrong'].map((name) => profileOf(name));
const snapshots = new Map(
  [
    snapshotOf('low', 'ready', { connections: '10', bytesPerSecond: 5 }),
    snapshotOf('off', 'waiting', { connections: '99', bytesPerSecond: 99 }),
    snapshotOf('high', 'ready', { connections: '40', bytesPerSecond: null }),
    snapshotOf('wrong', 'ready', { connections: '18446744073709551615', implausible: true }),
  ].map((snapshot) => [snapshot.id, snapshot]),
);
const shown = (series: 'connections' | 'bytesPerSecond') =>
  ranked(profiles, snapshots, series).map(({ name, value, part }) => [name, value, part]);

it('ranks what is read now, the greatest first, as parts of the greatest', () => {
  expect(shown('connections').slice(0, 2)).toEqual([
    ['high', 40, 1],
    ['low', 10, 0.25],
  ]);
});

it('ranks no value that is old or cannot be one: such proxies come last, without a bar', () => {
  expect(shown('connections').slice(2)).toEqual([
    ['off', null, 0],
    ['wrong', null, 0],
  ]);
  expect(shown('bytesPerSecond').map(([name]) => name)).toEqual(['low', 'off', 'high', 'wrong']);
});

it('has no bars where all are at zero or nothing is known', () => {
  const zero = new Map([['low', snapshotOf('low', 'ready', { bytesPerSecond: 0 })]]);
  expect(ranked([profileOf('low')], zero, 'bytesPerSecond')).toEqual([
    { id: 'low', name: 'low', value: 0, part: 0 },
  ]);
  expect(ranked(profiles, new Map(), 'connections').every(({ value }) => value === null)).toBe(
    true,
  );
});
