import { describe, expect, it } from 'vitest';
import { CallError } from '../../../renderer/api/client.ts';
import { createPagedList, mergeRows } from '../../../renderer/api/paged-list.ts';
import { someErrorValue } from '../../support/facts.ts';

interface Row {
  readonly id: number;
}

/** A log of rows 1 to `count`, asked as the console's core is. */
const logOf = (count: number) => {
  const rows = Array.from({ length: count }, (_, i): Row => ({ id: count - i }));
  return (page: { limit: number; before?: number }): Promise<readonly Row[]> =>
    Promise.resolve(
      rows.filter(({ id }) => id < (page.before ?? Number.POSITIVE_INFINITY)).slice(0, page.limit),
    );
};
const ids = (rows: readonly Row[] | undefined) => rows?.map(({ id }) => id);
const refusal = someErrorValue('not-connected');

describe('rows of two lists', () => {
  it('are in one, newest first, each once', () => {
    const merged = mergeRows([{ id: 5 }, { id: 3 }], [{ id: 4 }, { id: 3 }, { id: 1 }]);
    expect(ids(merged)).toEqual([5, 4, 3, 1]);
  });
});

describe('a list that comes in pages', () => {
  it('begins with the newest page, and knows whether there is more', async () => {
    const list = createPagedList(logOf(5), 3);
    expect(list.get()).toEqual({ value: null, error: null });
    await list.reload();
    expect(ids(list.get().value?.rows)).toEqual([5, 4, 3]);
    expect(list.get().value?.more).toBe(true);
    await list.loadOlder();
    expect(ids(list.get().value?.rows)).toEqual([5, 4, 3, 2, 1]);
    expect(list.get().value?.more).toBe(false);
  });

  it('grows at its new end, each row once', async () => {
    const list = createPagedList(logOf(2), 3);
    await list.reload();
    list.add([{ id: 3 }]);
    list.add([{ id: 3 }]);
    expect(ids(list.get().value?.rows)).toEqual([3, 2, 1]);
  });

  it('takes in rows that have changed, and leaves those of pages not fetched yet to them', async () => {
    const list = createPagedList(logOf(9), 3);
    await list.reload();
    list.add([{ id: 8, text: 'other' } as Row, { id: 2 }]);
    expect(list.get().value?.rows).toEqual([{ id: 9 }, { id: 8, text: 'other' }, { id: 7 }]);
    await list.loadOlder();
    expect(ids(list.get().value?.rows)).toEqual([9, 8, 7, 6, 5, 4]);
  });

  it('keeps what comes while its first page is under way', async () => {
    const page = Promise.withResolvers<readonly Row[]>();
    const list = createPagedList(() => page.promise, 3);
    const loaded = list.reload();
    list.add([{ id: 9 }]);
    page.resolve([{ id: 8 }]);
    await loaded;
    expect(ids(list.get().value?.rows)).toEqual([9, 8]);
  });

  it('keeps its rows when a fetch fails, and says so', async () => {
    let fetch = logOf(5);
    const list = createPagedList<Row>((page) => fetch(page), 3);
    await list.reload();
    fetch = () => Promise.reject(new CallError(refusal));
    await list.loadOlder();
    expect(ids(list.get().value?.rows)).toEqual([5, 4, 3]);
    expect(list.get().error).toEqual(refusal);
    fetch = logOf(6);
    await list.reload();
    expect(ids(list.get().value?.rows)).toEqual([6, 5, 4]);
    expect(list.get().error).toBeNull();
  });
});
