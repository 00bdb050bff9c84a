import { isInTrouble } from '../../../shared/fleet/trouble.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';

/** The states that can be filtered and grouped by. `waiting` holds all that is on its way, so that a proxy that is tried again stays where it is. */
export type StateGroup = 'ready' | 'waiting' | 'needs-attention' | 'off';

const groups: Readonly<Record<ProxyState['kind'], StateGroup>> = {
  ready: 'ready',
  connecting: 'waiting',
  authenticating: 'waiting',
  waiting: 'waiting',
  'vault-locked': 'waiting',
  'needs-attention': 'needs-attention',
  off: 'off',
};

/** One without a frame yet counts as off. One that is in trouble wants a look, whichever way it is on. */
export function groupOf(snapshot: ProxySnapshot | undefined): StateGroup {
  if (snapshot === undefined) return 'off';
  return isInTrouble(snapshot) ? 'needs-attention' : groups[snapshot.state.kind];
}
