import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOfShard, overlap, parseShard, type Shard } from '../../../electron/collect/shard.ts';

const sharesOf = (of: number): Shard[] =>
  Array.from({ length: of }, (_, index) => ({ number: index + 1, of }));
/** The number of the share that has it. */
const ownerOf = (id: string, of: number): number =>
  sharesOf(of).find((shard) => isOfShard(id, shard))?.number ?? Number.NaN;
const counts = fc.integer({ min: 1, max: 20 });

describe('the shares of a fleet', () => {
  it('have each profile exactly once, however many they are', () => {
    fc.assert(
      fc.property(fc.uuid(), counts, (id, of) => {
        expect(sharesOf(of).filter((shard) => isOfShard(id, shard))).toHaveLength(1);
      }),
    );
  });

  it('move a profile to the new share or not at all where there is one share more', () => {
    fc.assert(
      fc.property(fc.uuid(), counts, (id, of) => {
        const after = ownerOf(id, of + 1);
        expect(after === of + 1 || after === ownerOf(id, of)).toBe(true);
      }),
    );
  });

  it('are about as large as each other, and a new one takes about its part', () => {
    const ids = Array.from({ length: 4000 }, () => randomUUID());
    for (const shard of sharesOf(5)) {
      const size = ids.filter((id) => isOfShard(id, shard)).length;
      expect(size).toBeGreaterThan(650);
      expect(size).toBeLessThan(950);
    }
    const moved = ids.filter((id) => ownerOf(id, 5) !== ownerOf(id, 6)).length;
    expect(moved).toBeGreaterThan(ids.length / 6 - 150);
    expect(moved).toBeLessThan(ids.length / 6 + 150);
  });

  it('stay as they were dealt by every release', () => {
    const ids = [1, 2, 3, 4, 5, 6].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
    expect(ids.map((id) => ownerOf(id, 5))).toEqual([3, 3, 1, 1, 5, 4]);
    expect(ownerOf('AAAAAAAA-0000-4000-8000-000000000000', 7)).toBe(
      ownerOf('aaaaaaaa-0000-4000-8000-000000000000', 7),
    );
  });

  it('say that they overlap where they have a profile in common, also where fleets are dealt into other numbers', () => {
    const ids = Array.from({ length: 1500 }, () => randomUUID());
    for (const few of [1, 2, 3, 5])
      for (const many of [1, 3, 5, 7])
        for (const a of sharesOf(few))
          for (const b of sharesOf(many)) {
            const both = ids.some((id) => isOfShard(id, a) && isOfShard(id, b));
            expect({ a, b, overlap: overlap(a, b) }).toEqual({ a, b, overlap: both });
            expect(overlap(b, a)).toBe(both);
          }
  });

  it('are read as they are written, and nothing else is', () => {
    expect(parseShard('2/5')).toEqual({ number: 2, of: 5 });
    for (const text of ['', '0/5', '6/5', '1/0', '1', '1/5/6', '-1/5', '1.5/5', ' 1/5', '1/1001'])
      expect(parseShard(text)).toBeNull();
  });
});
