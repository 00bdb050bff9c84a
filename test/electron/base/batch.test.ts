import { describe, expect, it } from 'vitest';
import { createBatch } from '../../../electron/base/batch.ts';

describe('what is done at once', () => {
  it('is what was asked for in one turn of the event loop, in its order, so many at most', async () => {
    const runs: number[][] = [];
    const double = createBatch<number, number>(3, (items) => {
      runs.push([...items]);
      return items.map((item) => ({ value: 2 * item }));
    });
    const first = Promise.all([1, 2, 3, 4].map(double));
    expect(runs).toEqual([]);
    expect(await first).toEqual([2, 4, 6, 8]);
    expect(await double(5)).toBe(10);
    expect(runs).toEqual([[1, 2, 3], [4], [5]]);
  });

  it('fails for the one that failed, and for all where nothing was done', async () => {
    const one = new Error('this one');
    const all = new Error('all');
    const run = createBatch<string, string>(8, (items) => {
      if (items.includes('none')) throw all;
      return items.map((item) => (item === 'bad' ? { error: one } : { value: item }));
    });
    const ended = (...items: string[]) => Promise.allSettled(items.map(run));
    expect(await ended('good', 'bad', 'fine')).toEqual([
      { status: 'fulfilled', value: 'good' },
      { status: 'rejected', reason: one },
      { status: 'fulfilled', value: 'fine' },
    ]);
    expect(await ended('good', 'none')).toEqual([
      { status: 'rejected', reason: all },
      { status: 'rejected', reason: all },
    ]);
  });
});
