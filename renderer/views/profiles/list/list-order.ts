import { assertNever } from '../../../../shared/assert.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { Classes } from '../../../../shared/model/environment-class.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { hostAndPort } from '../../../../shared/model/host.ts';
import type { ListSort } from '../../../../shared/model/preference-words.ts';
import { transportChoices } from '../../../../shared/model/profile-words.ts';
import { byUrgency, careRank } from '../../../fleet/arrangement/order-values.ts';
import { groupOf } from '../../../fleet/arrangement/state-groups.ts';
import type { ListView } from './list-view.ts';

/** What is known beside the profiles. */
export interface ListFacts {
  /** Of now where it is sorted by state; else none has to be known. */
  readonly snapshots: ReadonlyMap<string, ProxySnapshot>;
  /** When the page of a proxy was last opened, epoch milliseconds. */
  readonly opened: ReadonlyMap<string, number>;
  readonly classes: Classes;
}

const passwords = ['none', 'elsewhere', 'here'] as const;

/** What a profile is sorted by; null where it has none. */
function sortValue(
  sort: Exclude<ListSort, 'name'>,
  profile: ProfileEntry,
  { snapshots, opened, classes }: ListFacts,
): number | string | null {
  switch (sort) {
    case 'state':
      return byUrgency.indexOf(groupOf(snapshots.get(profile.id)));
    case 'address':
      return hostAndPort(profile.host, profile.port);
    case 'transport':
      return transportChoices.indexOf(profile.transport);
    case 'user':
      return profile.user;
    case 'folder':
    case 'tags':
      return profile[sort] === '' ? null : profile[sort];
    case 'environment':
      return careRank(classes, profile.environment);
    case 'password':
      // What is missing first.
      return passwords.indexOf(profile.savedPassword);
    case 'interval':
      return profile.pollSeconds;
    case 'opened':
      return opened.get(profile.id) ?? null;
    default:
      return assertNever(sort);
  }
}

/** Numbers are read from the largest on; all else from its first. */
export function isNumber(sort: ListSort): boolean {
  return sort === 'interval' || sort === 'opened';
}

const opposite = { ascending: 'descending', descending: 'ascending' } as const;

/** What a column's heading does: sort by the column, or turn the order round where it is sorted by it. */
export function sortedBy(
  sort: ListSort,
  now: Pick<ListView, 'sort' | 'direction'>,
): Pick<ListView, 'sort' | 'direction'> {
  const first = isNumber(sort) ? 'descending' : 'ascending';
  return { sort, direction: now.sort === sort ? opposite[now.direction] : first };
}

/** The profiles, given by name, in the order that is wanted. Those without the value come last in either direction; equals stay by name. */
export function inOrder(
  profiles: readonly ProfileEntry[],
  { sort, direction }: Pick<ListView, 'sort' | 'direction'>,
  facts: ListFacts,
  collator: Intl.Collator,
): readonly ProfileEntry[] {
  if (sort === 'name') return direction === 'ascending' ? profiles : profiles.toReversed();
  const sign = direction === 'descending' ? -1 : 1;
  const valued = profiles.map((profile) => ({ profile, value: sortValue(sort, profile, facts) }));
  valued.sort((a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null);
    }
    return typeof a.value === 'number' && typeof b.value === 'number'
      ? sign * (a.value - b.value)
      : sign * collator.compare(String(a.value), String(b.value));
  });
  return valued.map(({ profile }) => profile);
}
