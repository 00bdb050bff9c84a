import { isInTrouble } from '../../../shared/fleet/trouble.ts';
import type { Difference } from '../../../shared/fleet/unlike.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import type { Filter, FilterFacts } from '../../../shared/model/filter/filter.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { nameKey } from '../../../shared/model/name.ts';
import type { BoardSort } from '../../../shared/model/preference-words.ts';
import { type Known, orderValue } from './order-values.ts';
import type { Settled } from './settled.ts';
import { groupOf, type StateGroup } from './state-groups.ts';

/** By what proxies are sorted, and from which end on. */
export interface Order {
  readonly sort: BoardSort;
  readonly direction: 'ascending' | 'descending';
}

/** In the order of their names, in which a language has them. */
export function byName(
  profiles: readonly ProfileEntry[],
  collator: Intl.Collator,
): readonly ProfileEntry[] {
  return profiles.toSorted((a, b) => collator.compare(a.name, b.name));
}

/** Those that fit what was typed, in the order in which they are given. */
export function filtered(
  profiles: readonly ProfileEntry[],
  filter: Filter,
  { snapshots, differences }: Pick<Known, 'snapshots' | 'differences'>,
): readonly ProfileEntry[] {
  return profiles.filter((profile) =>
    filter.fits(profile, factsOf(snapshots.get(profile.id), differences.get(profile.id) ?? alike)),
  );
}

const alike: readonly Difference[] = [];

/** Those in the state that was chosen. */
export function inState(
  profiles: readonly ProfileEntry[],
  state: StateGroup | 'all',
  snapshots: Known['snapshots'],
): readonly ProfileEntry[] {
  return state === 'all'
    ? profiles
    : profiles.filter(({ id }) => groupOf(snapshots.get(id)) === state);
}

function factsOf(
  snapshot: ProxySnapshot | undefined,
  differences: readonly Difference[],
): FilterFacts {
  return {
    state: groupOf(snapshot),
    via: snapshot?.state.kind === 'ready' ? snapshot.state.connection.transport : null,
    unlike: differences.map(({ trait }) => trait),
    trouble: snapshot !== undefined && isInTrouble(snapshot),
  };
}

/** The profiles, given by name, in the order that is wanted. Those without the value that is sorted by come last in either direction; equals stay by name. */
export function sorted(
  profiles: readonly ProfileEntry[],
  { sort, direction }: Order,
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

/** Those in a folder or beneath it; all where its path is empty. */
export function inFolder(profiles: readonly ProfileEntry[], path: string): readonly ProfileEntry[] {
  if (path === '') return profiles;
  const wanted = nameKey(path);
  // Thousands lie in some dozens of folders.
  const known = new Map<string, boolean>();
  return profiles.filter(({ folder }) => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const is = `${nameKey(folder)}/`.startsWith(`${wanted}/`);
    known.set(folder, is);
    return is;
  });
}
