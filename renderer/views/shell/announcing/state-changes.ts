import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';

type Kind = ProxyState['kind'];
type Snapshots = ReadonlyMap<string, ProxySnapshot>;

/** The state in which each proxy last came to rest. */
export type Kinds = ReadonlyMap<string, Kind>;

/** Connecting and logging in are on the way to something: only what they end in is worth telling. */
function isSettled(kind: Kind): boolean {
  return kind !== 'connecting' && kind !== 'authenticating';
}

/** The states at rest after a frame; a proxy on its way keeps the one it had. */
export function kindsOf(before: Kinds | null, snapshots: Snapshots): Kinds {
  const kinds = new Map<string, Kind>();
  for (const [id, { state }] of snapshots) {
    const kind = isSettled(state.kind) ? state.kind : before?.get(id);
    if (kind !== undefined) kinds.set(id, kind);
  }
  return kinds;
}

/** The proxies that came to rest in another state than before. None of a first look: nothing changed yet. */
export function settledChanges(
  before: Kinds | null,
  snapshots: Snapshots,
): readonly { readonly id: string; readonly kind: Kind }[] {
  if (before === null) return [];
  const changes: { id: string; kind: Kind }[] = [];
  for (const [id, { state }] of snapshots) {
    if (isSettled(state.kind) && before.get(id) !== state.kind)
      changes.push({ id, kind: state.kind });
  }
  return changes;
}
