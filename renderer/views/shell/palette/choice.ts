/** How far a page of the list goes. */
const page = 8;

/**
 * The place in a list of so many to which a key moves the choice from `at`, -1 where none is chosen; null where the key is none of the
 * list's. Past the end it begins anew, as the choice may be wanted at the other end.
 */
export function choiceAfterKey(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'PageDown':
      return Math.min(count - 1, Math.max(at, 0) + page);
    case 'PageUp':
      return Math.max(0, at - page);
    default:
      return null;
  }
}
