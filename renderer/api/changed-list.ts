/** What of a list is new or different, and what is gone. */
export interface ListChange<T> {
  readonly changed: readonly T[];
  readonly removed: readonly string[];
}

/** The list after the change: what is different in its place, what is new at the end. */
export function changedList<T extends { readonly id: string }>(
  list: readonly T[],
  { changed, removed }: ListChange<T>,
): readonly T[] {
  const next = new Map(list.map((each) => [each.id, each]));
  for (const id of removed) next.delete(id);
  for (const each of changed) next.set(each.id, each);
  return [...next.values()];
}
