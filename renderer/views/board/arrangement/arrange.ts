import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { searcher } from '../../../../shared/model/search.ts';
import type { BoardView } from './board-view.ts';
import { type Known, orderValue } from './order-values.ts';
import type { Settled } from './settled.ts';
import { groupOf } from './state-groups.ts';

/** In the order of their names, in which a language has them. */
export function byName(
  profiles: readonly ProfileEntry[],
  collator: Intl.Collator,
): readonly ProfileEntry[] {
  return profiles.toSorted((a, b) => collator.compare(a.name, b.name));
}

/** Those that the board is to show, in the order in which they are given. */
export function filtered(
  profiles: readonly ProfileEntry[],
  { text, state }: Pick<BoardView, 'text' | 'state'>,
  snapshots: Known['snapshots'],
): readonly ProfileEntry[] {
  const isWanted = searcher(text);
  return profiles.filter(
    ({ id, name, host, folder }) =>
      (state === 'all' || groupOf(snapshots.get(id)) === state) && isWanted([name, host, folder]),
  );
}

/** The profiles, given by name, in the order that is wanted. Those without the value that is sorted by come last in either direction; equals stay by name. */
export function sorted(
  profiles: readonly ProfileEntry[],
  { sort, direction }: Pick<BoardView, 'sort' | 'direction'>,
  known: Known,
  parts: { readonly settled: Settled; readonly collator: Intl.Collator },
): readonly ProfileEntry[] {
  if (sort === 'name') return direction === 'ascending' ? profiles : profiles.toReversed();
  const sign = direction === 'descending' ? -1 : 1;
  const valued = profiles.map((profile) => ({
    profile,
    value: parts.settled.settle(profile.id, orderValue(sort, profile, known)),
  }));
  valued.sort((a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null);
    }
    return typeof a.value === 'number' && typeof b.value === 'number'
      ? sign * (a.value - b.value)
      : sign * parts.collator.compare(String(a.value), String(b.value));
  });
  return valued.map(({ profile }) => profile);
}
