import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { searcher } from '../../../../shared/model/search.ts';

/** What the list can be sorted by. */
export const sortKeys = ['name', 'folder', 'host', 'user', 'environment'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Order {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** A second press on the same column turns the order around. */
export function nextOrder(order: Order, key: SortKey): Order {
  return { key, descending: order.key === key && !order.descending };
}

const rank = { production: 0, staging: 1, development: 2 } as const;

/** Sorted as the language sorts, numbers by value, equal ones by name. Production comes first. */
export function sortProfiles(
  profiles: readonly ProfileEntry[],
  { key, descending }: Order,
  locale: string,
): readonly ProfileEntry[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const between = (a: ProfileEntry, b: ProfileEntry): number =>
    key === 'environment' ? rank[a.environment] - rank[b.environment] : compare(a[key], b[key]);
  const turn = descending ? -1 : 1;
  return [...profiles].sort((a, b) => turn * between(a, b) || compare(a.name, b.name));
}

/** Those whose name, folder, host or user holds every word of the text, whatever its case and its accents. */
export function searchProfiles(
  profiles: readonly ProfileEntry[],
  text: string,
): readonly ProfileEntry[] {
  const isWanted = searcher(text);
  return profiles.filter(({ name, folder, host, user }) => isWanted([name, folder, host, user]));
}
