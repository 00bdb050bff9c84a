import { assertNever } from '../../../../shared/assert.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { Classes } from '../../../../shared/model/environment-class.ts';
import { tagsIn } from '../../../../shared/model/name.ts';
import { byUrgency, careRank, type Known } from '../../../fleet/arrangement/order-values.ts';
import { groupOf } from '../../../fleet/arrangement/state-groups.ts';
import type { BoardView } from '../arrangement/board-view.ts';
import type { BoardGroup } from './groups.ts';

type By = NonNullable<BoardGroup['by']>;

/** What a folded group is remembered under. */
export function foldKey({ by, key }: Pick<BoardGroup, 'by' | 'key'>): string {
  return `${by ?? ''}:${key}`;
}

/** The profiles under their headings, each in the order in which they are given. A group without any is none. */
export function groupBy(
  profiles: readonly ProfileEntry[],
  by: BoardView['group'],
  { snapshots, classes }: Pick<Known, 'snapshots' | 'classes'>,
  { folded, collator }: { readonly folded: ReadonlySet<string>; readonly collator: Intl.Collator },
): readonly BoardGroup[] {
  if (by === 'none') return [{ key: '', by: null, profiles, folded: false }];
  const members = new Map<string, ProfileEntry[]>();
  for (const profile of profiles) {
    const key = keyOf(by, profile, snapshots);
    const group = members.get(key);
    if (group === undefined) members.set(key, [profile]);
    else group.push(profile);
  }
  return [...members]
    .map(([key, group]) => ({
      key,
      by,
      profiles: group,
      folded: folded.has(foldKey({ by, key })),
    }))
    .sort((a, b) => orderOf(by, a.key, b.key, collator, classes));
}

function keyOf(by: By, profile: ProfileEntry, snapshots: Known['snapshots']): string {
  switch (by) {
    case 'folder':
      return profile.folder;
    case 'tag':
      // Each proxy stands in one place: under the first of its tags.
      return tagsIn(profile.tags)[0] ?? '';
    case 'environment':
      return profile.environment;
    case 'state':
      return groupOf(snapshots.get(profile.id));
    default:
      return assertNever(by);
  }
}

/** Folders and tags by name, with what is in none at the end; the class that wants most care first; what wants a look first. */
function orderOf(by: By, a: string, b: string, collator: Intl.Collator, classes: Classes): number {
  const among = (list: readonly string[]): number => list.indexOf(a) - list.indexOf(b);
  switch (by) {
    case 'folder':
    case 'tag':
      return Number(a === '') - Number(b === '') || collator.compare(a, b);
    case 'environment':
      return careRank(classes, a) - careRank(classes, b) || collator.compare(a, b);
    case 'state':
      return among(byUrgency);
    default:
      return assertNever(by);
  }
}
