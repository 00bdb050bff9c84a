import { expect, it } from 'vitest';
import { orderAfter, sortedRows } from '../../../renderer/views/report/sorted-rows.ts';
import type { ReportRow } from '../../../shared/report/table.ts';

const row = (id: string, name: string, key: number | null): ReportRow => ({
  id,
  profileId: null,
  cells: [
    { text: name, key: name },
    { text: String(key), key },
  ],
});
const rows = [row('a', 'proxy 10', 3), row('b', 'Proxy 9', null), row('c', 'ámbar', 20)];
const idsBy = (column: number, descending: boolean): string =>
  sortedRows(rows, { column, descending }, 'es')
    .map(({ id }) => id)
    .join('');

it('sorts names as people read them, and numbers by their size, without data last either way', () => {
  expect(sortedRows(rows, null, 'es')).toBe(rows);
  expect(idsBy(0, false)).toBe('cba');
  expect(idsBy(0, true)).toBe('abc');
  expect(idsBy(1, false)).toBe('acb');
  expect(idsBy(1, true)).toBe('cab');
});

it('begins with the greatest of a number, and turns round at the second click', () => {
  const first = orderAfter(null, 1, true);
  expect(first).toEqual({ column: 1, descending: true });
  expect(orderAfter(first, 1, true)).toEqual({ column: 1, descending: false });
  expect(orderAfter(first, 0, false)).toEqual({ column: 0, descending: false });
});
