/** Items beside each other, as places in the order of all that is shown. */
export interface ItemRow {
  readonly first: number;
  readonly count: number;
}

/** The rows of groups of so many items: each group begins a row of its own. */
export function rowsOf(counts: readonly number[], columns: number): readonly ItemRow[] {
  const rows: ItemRow[] = [];
  let first = 0;
  for (const count of counts) {
    for (let done = 0; done < count; done += columns) {
      rows.push({ first: first + done, count: Math.min(columns, count - done) });
    }
    first += count;
  }
  return rows;
}

/** The place that a key leads to; null where it leads nowhere. `page` is how many rows are seen at once. */
export function placeAfterKey(
  key: string,
  place: number,
  rows: readonly ItemRow[],
  page: number,
): number | null {
  const last = rows.at(-1);
  if (last === undefined) return null;
  const next = wanted(key, place, rows, page);
  return next === null || next < 0 || next >= last.first + last.count || next === place
    ? null
    : next;
}

function wanted(key: string, place: number, rows: readonly ItemRow[], page: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return place - 1;
    case 'ArrowRight':
      return place + 1;
    case 'ArrowUp':
      return inRow(place, rows, -1, 'stop');
    case 'ArrowDown':
      return inRow(place, rows, 1, 'stop');
    case 'PageUp':
      return inRow(place, rows, -page, 'end');
    case 'PageDown':
      return inRow(place, rows, page, 'end');
    case 'Home':
      return 0;
    case 'End': {
      const last = rows.at(-1);
      return last === undefined ? null : last.first + last.count - 1;
    }
    default:
      return null;
  }
}

/** So many rows on, in the same column or the last before it; beyond the ends nowhere, or at the end. */
function inRow(
  place: number,
  rows: readonly ItemRow[],
  by: number,
  beyond: 'stop' | 'end',
): number | null {
  const now = rowAt(place, rows);
  const wantedRow = now + by;
  if (beyond === 'stop' && (wantedRow < 0 || wantedRow >= rows.length)) return null;
  const from = rows[now];
  const to = rows[Math.max(0, Math.min(rows.length - 1, wantedRow))];
  if (from === undefined || to === undefined) return null;
  return to.first + Math.min(place - from.first, to.count - 1);
}

function rowAt(place: number, rows: readonly ItemRow[]): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.first ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
