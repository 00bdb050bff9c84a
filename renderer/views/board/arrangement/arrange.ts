import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { searcher } from '../../../../shared/model/search.ts';
import type { BoardView } from './board-view.ts';

type Kind = ProxyState['kind'];

/** What the board is sorted and filtered by. */
export type Arrangement = Pick<BoardView, 'text' | 'state' | 'sort' | 'direction'>;

/** The states that can be filtered by. `waiting` holds all that is on its way, so that a proxy that is tried again does not leave the list. */
export type StateGroup = Exclude<BoardView['state'], 'all'>;

const groups: Readonly<Record<Kind, StateGroup>> = {
  ready: 'ready',
  connecting: 'waiting',
  authenticating: 'waiting',
  waiting: 'waiting',
  'needs-attention': 'needs-attention',
  off: 'off',
};

/** The state that a proxy is filtered by. One without a frame yet counts as off. */
export function groupOf(snapshot: ProxySnapshot | undefined): StateGroup {
  return groups[snapshot?.state.kind ?? 'off'];
}

/** What wants a look comes first. */
const urgency: readonly Kind[] = [
  'needs-attention',
  'waiting',
  'connecting',
  'authenticating',
  'off',
  'ready',
];

type Snapshots = ReadonlyMap<string, ProxySnapshot>;

/** The profiles to show, in their order. Those without the value that is sorted by come last in either direction; equals are in the order of their names. */
export function arrange(
  profiles: readonly ProfileEntry[],
  snapshots: Snapshots,
  wanted: Arrangement,
  locale: string,
): readonly ProfileEntry[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = wanted.direction === 'descending' ? -1 : 1;
  const byName = (a: ProfileEntry, b: ProfileEntry): number => compare(a.name, b.name);
  const { sort, state } = wanted;
  const isWanted = searcher(wanted.text);
  const shown = profiles.filter((profile) =>
    fits(profile, snapshots.get(profile.id), state, isWanted),
  );
  if (sort === 'name') return shown.toSorted((a, b) => sign * byName(a, b));
  const values = new Map(shown.map(({ id }) => [id, rankOf(sort, snapshots.get(id))] as const));
  return shown.toSorted((a, b) => {
    const left = values.get(a.id) ?? null;
    const right = values.get(b.id) ?? null;
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || byName(a, b);
    }
    return sign * (left - right) || byName(a, b);
  });
}

function fits(
  { name, host, folder }: ProfileEntry,
  snapshot: ProxySnapshot | undefined,
  wanted: Arrangement['state'],
  isWanted: ReturnType<typeof searcher>,
): boolean {
  if (wanted !== 'all' && groupOf(snapshot) !== wanted) return false;
  return isWanted([name, host, folder]);
}

function rankOf(
  sort: Exclude<Arrangement['sort'], 'name'>,
  snapshot: ProxySnapshot | undefined,
): number | null {
  if (snapshot === undefined) return null;
  const { state, metrics, rates } = snapshot;
  if (sort === 'state') return urgency.indexOf(state.kind);
  if (state.kind !== 'ready') return null;
  if (sort !== 'connections') return rates[sort];
  return metrics === null || metrics.implausible ? null : Number(metrics.connections);
}
