/** The place that a key leads to in a grid that is filled row by row; null where the key leads nowhere. */
export function placeAfterKey(
  key: string,
  place: number,
  columns: number,
  count: number,
): number | null {
  const next = wanted(key, place, columns, count);
  return next === null || next < 0 || next >= count || next === place ? null : next;
}

function wanted(key: string, place: number, columns: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return place - 1;
    case 'ArrowRight':
      return place + 1;
    case 'ArrowUp':
      return place - columns;
    case 'ArrowDown':
      return place + columns;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
