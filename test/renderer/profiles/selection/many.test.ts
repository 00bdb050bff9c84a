import { describe, expect, it } from 'vitest';
import { CallError } from '../../../../renderer/api/client.ts';
import { withMany } from '../../../../renderer/views/profiles/selection/many.ts';

const ids = Array.from({ length: 30 }, (_, i) => `p${i}`);

describe('what is done with many proxies', () => {
  it('is done some at a time, each once, and told as it goes', async () => {
    let running = 0;
    let most = 0;
    const asked: string[] = [];
    const over: number[] = [];
    const { done, failed } = await withMany(
      ids,
      async (id) => {
        asked.push(id);
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
      },
      (count) => over.push(count),
    );
    expect(asked).toEqual(ids);
    expect(done.toSorted()).toEqual(ids.toSorted());
    expect(failed).toEqual([]);
    expect(most).toBe(8);
    expect(over).toEqual(ids.map((_, i) => i + 1));
  });

  it('goes on where one fails, and says which', async () => {
    const error = { code: 'internal', message: 'a bug', detail: { log: 'application' } } as const;
    const { done, failed } = await withMany(
      ['a', 'b', 'c'],
      (id) => (id === 'b' ? Promise.reject(new CallError(error)) : Promise.resolve()),
      () => undefined,
    );
    expect(done).toEqual(['a', 'c']);
    expect(failed).toEqual([{ id: 'b', error }]);
  });

  it('is nothing for none', async () => {
    expect(
      await withMany(
        [],
        () => Promise.reject(),
        () => undefined,
      ),
    ).toEqual({
      done: [],
      failed: [],
    });
  });
});
