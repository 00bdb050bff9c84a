import { assertNever } from '../../../shared/assert.ts';
import { type Differences, weightOf } from '../../../shared/fleet/unlike.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { byCare, type Classes } from '../../../shared/model/environment-class.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { hostAndPort } from '../../../shared/model/host.ts';
import type { BoardSort } from '../../../shared/model/preference-words.ts';
import type { LiveInsight } from '../../api/insights.ts';
import type { Means } from '../../api/means.ts';
import { groupOf, type StateGroup } from './state-groups.ts';

/** What the fleet is known to do now. */
export interface Known {
  readonly snapshots: ReadonlyMap<string, ProxySnapshot>;
  readonly means: ReadonlyMap<string, Means>;
  readonly differences: Differences;
  readonly classes: Classes;
  /** What follows from its numbers now; null where nothing does. */
  readonly insight: (id: string, insight: LiveInsight) => number | null;
}

/** What wants a look comes first. */
export const byUrgency: readonly StateGroup[] = ['needs-attention', 'waiting', 'off', 'ready'];

/** What a proxy is sorted by; null where it has none. Numbers that are read are of a proxy that is ready: an old one says nothing of now. */
export function orderValue(
  sort: BoardSort,
  profile: ProfileEntry,
  { snapshots, means, differences, classes, insight }: Known,
): number | string | null {
  const snapshot = snapshots.get(profile.id);
  const read = snapshot?.state.kind === 'ready' ? snapshot.metrics : null;
  switch (sort) {
    case 'name':
      return profile.name;
    case 'state':
      return byUrgency.indexOf(groupOf(snapshot));
    case 'connections':
    case 'bytesPerSecond':
    case 'accessesPerSecond':
    case 'roundTripMs':
      return means.get(profile.id)?.[sort] ?? null;
    case 'transferredBytes':
    case 'accesses':
      return read === null ? null : Number(read[sort]);
    case 'missedPolls':
    case 'restarts':
      return snapshot?.[sort] ?? null;
    case 'meanDuration':
    case 'bytesPerAccess':
    case 'bytesPerConnection':
    case 'share':
      return insight(profile.id, sort);
    case 'transformation':
      return snapshot?.settings.transformation?.value ?? null;
    case 'bufferSize':
      return snapshot?.settings.bufferSize?.bytes ?? null;
    case 'difference': {
      const list = differences.get(profile.id);
      return list === undefined ? null : weightOf(list);
    }
    case 'address':
      return hostAndPort(profile.host, profile.port);
    case 'folder':
      return profile.folder === '' ? null : profile.folder;
    case 'environment':
      return careRank(classes, profile.environment);
    case 'readAt':
      return snapshot?.metrics?.at ?? null;
    default:
      return assertNever(sort);
  }
}

const ranks = new WeakMap<Classes, ReadonlyMap<string, number>>();

/** The place of a class among those that want most care first; one that is not known stands with production. */
export function careRank(classes: Classes, id: string): number {
  const known = ranks.get(classes) ?? new Map(byCare(classes).map((each, rank) => [each.id, rank]));
  ranks.set(classes, known);
  return known.get(id) ?? 0;
}

/** Texts and states are read from the first on, numbers from the largest. */
const ascendingFirst: readonly BoardSort[] = ['name', 'state', 'address', 'folder', 'environment'];

/** The order that somebody gets who chooses to sort by this. */
export function firstDirection(sort: BoardSort): 'ascending' | 'descending' {
  return ascendingFirst.includes(sort) ? 'ascending' : 'descending';
}

const opposite = { ascending: 'descending', descending: 'ascending' } as const;

/** What a column's heading does: sort by the column, or turn the order round where it is sorted by it. */
export function sortedAnew(
  sort: BoardSort,
  now: { readonly sort: BoardSort; readonly direction: 'ascending' | 'descending' },
): { sort: BoardSort; direction: 'ascending' | 'descending' } {
  return {
    sort,
    direction: now.sort === sort ? opposite[now.direction] : firstDirection(sort),
  };
}
