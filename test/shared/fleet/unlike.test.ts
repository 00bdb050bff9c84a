import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, robustSpread } from '../../../shared/fleet/robust.ts';
import { type Difference, type Traits, unlikeInGroup } from '../../../shared/fleet/unlike.ts';

const still = { connections: 0, bytesPerSecond: 0, accessesPerSecond: 0, roundTripMs: 1 };

function proxy(
  id: string,
  numbers: Partial<Traits['numbers']> = {},
  settings: Traits['settings'] = {},
): Traits {
  return { id, numbers: { ...still, ...numbers }, settings };
}

const many = (count: number, of: (index: number) => Traits): readonly Traits[] =>
  Array.from({ length: count }, (_, index) => of(index));

describe('the robust measures', () => {
  it('are the middle, and the spread around it, whatever lies far off', () => {
    expect(median([3])).toBe(3);
    expect(median([9, 1, 4])).toBe(4);
    expect(median([1, 2, 4, 1000])).toBe(3);
    expect(robustSpread([1, 2, 3, 4, 5], 3)).toBeCloseTo(1.4826);
    expect(robustSpread([1, 2, 3, 4, 500], 3)).toBeCloseTo(1.4826);
  });

  it('use the mean deviation where more than half of the values are the same', () => {
    expect(robustSpread([0, 0, 0, 0, 10], 0)).toBeCloseTo(1.2533 * 2);
  });

  it('are no middle of nothing', () => {
    expect(() => median([])).toThrow('nothing');
  });
});

describe('a proxy that is unlike its group', () => {
  it('is told by its number, with the median of the group and how far off it is', () => {
    const group = [
      ...many(11, (i) => proxy(`p${i}`, { bytesPerSecond: 100_000 + 2000 * i })),
      proxy('odd', { bytesPerSecond: 1000 }),
    ];
    const found = unlikeInGroup(group);
    expect([...found.keys()]).toEqual(['odd']);
    const [difference] = found.get('odd') ?? [];
    expect(difference).toMatchObject({ trait: 'bytesPerSecond', value: 1000, usual: 109_000 });
    expect((difference as Extract<Difference, { kind: 'number' }>).score).toBeLessThan(-3.5);
  });

  it('is told by its setting, where most of the group have the same', () => {
    const group = [
      ...many(11, (i) => proxy(`p${i}`, {}, { transformation: 'cat' })),
      proxy('none', {}, { transformation: null }),
      proxy('unknown'),
    ];
    expect(unlikeInGroup(group)).toEqual(
      new Map([
        [
          'none',
          [
            {
              kind: 'setting',
              trait: 'transformation',
              value: null,
              usual: 'cat',
              alike: 11,
              known: 12,
            },
          ],
        ],
      ]),
    );
  });

  it('is nobody where the settings are divided, or the group is small', () => {
    const divided = many(10, (i) => proxy(`p${i}`, {}, { bufferSize: i % 2 === 0 ? '64' : '128' }));
    expect(unlikeInGroup(divided).size).toBe(0);
    const three = many(3, (i) => proxy(`p${i}`, { roundTripMs: i === 0 ? 500 : 1 }));
    expect(unlikeInGroup(three).size).toBe(0);
  });

  it('is nobody for what is little in itself: a group that is all alike makes much of nothing', () => {
    const group = [
      ...many(11, (i) => proxy(`p${i}`, { roundTripMs: 0.4 + 0.01 * i })),
      proxy('slower', { roundTripMs: 3 }),
    ];
    expect(unlikeInGroup(group).size).toBe(0);
    expect(
      unlikeInGroup([...group.slice(0, 11), proxy('slow', { roundTripMs: 120 })]).has('slow'),
    ).toBe(true);
  });

  it('stays told while it is near the threshold, and no longer', () => {
    const rest = many(11, (i) => proxy(`p${i}`, { connections: 10 + i }));
    const at = (connections: number) => [...rest, proxy('odd', { connections })];
    const first = unlikeInGroup(at(40));
    expect(first.has('odd')).toBe(true);
    expect(unlikeInGroup(at(29)).has('odd')).toBe(false);
    expect(unlikeInGroup(at(29), first).has('odd')).toBe(true);
    expect(unlikeInGroup(at(20), first).has('odd')).toBe(false);
  });

  it('is never more than the others, whatever the numbers are, and every score is a number', () => {
    const value = fc.oneof(
      fc.double({ min: 0, max: 1e15, noNaN: true }),
      fc.constantFrom(0, 1, 2 ** 53),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 4, maxLength: 60 }), (values) => {
        const group = values.map((connections, i) => proxy(`p${i}`, { connections }));
        const found = unlikeInGroup(group);
        expect(found.size).toBeLessThanOrEqual(values.length / 2);
        for (const differences of found.values())
          for (const difference of differences)
            if (difference.kind === 'number') expect(difference.score).not.toBeNaN();
      }),
    );
  });
});
