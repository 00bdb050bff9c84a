import { expect, it } from 'vitest';
import type { Means } from '../../../renderer/api/means.ts';
import { ranked } from '../../../renderer/views/compare/ranked.ts';
import { profileOf } from '../snapshots.ts';

const profiles = ['low', 'off', 'high', 'wrong'].map((name) => profileOf(name));
const nothing = {
  connections: null,
  bytesPerSecond: null,
  accessesPerSecond: null,
  roundTripMs: null,
};
const means = new Map<string, Means>(
  [
    { name: 'low', connections: 10, bytesPerSecond: 5 },
    { name: 'high', connections: 40 },
    { name: 'wrong' },
  ].map(({ name, ...own }) => [profileOf(name).id, { ...nothing, ...own }]),
);
const shown = (series: 'connections' | 'bytesPerSecond') =>
  ranked(profiles, means, series).map(({ name, value, part }) => [name, value, part]);

it('ranks the means of now, the greatest first, as parts of the greatest', () => {
  expect(shown('connections').slice(0, 2)).toEqual([
    ['high', 40, 1],
    ['low', 10, 0.25],
  ]);
});

it('has no bar for what is not read, or not of this metric: such proxies come last', () => {
  expect(shown('connections').slice(2)).toEqual([
    ['off', null, 0],
    ['wrong', null, 0],
  ]);
  expect(shown('bytesPerSecond').map(([name]) => name)).toEqual(['low', 'off', 'high', 'wrong']);
});

it('has no bars where all are at zero or nothing is known', () => {
  const low = profileOf('low');
  const zero = new Map([[low.id, { ...nothing, bytesPerSecond: 0 }]]);
  expect(ranked([low], zero, 'bytesPerSecond')).toMatchObject([{ name: 'low', value: 0, part: 0 }]);
  expect(ranked(profiles, new Map(), 'connections').every(({ value }) => value === null)).toBe(
    true,
  );
});
