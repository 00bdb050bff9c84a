import type { ProxySnapshot } from '../model/fleet-frame.ts';

/** Whether somebody has to look at a proxy: it cannot be reached without help, or is not reached though it should be. One that connects for the first time is no trouble. */
export function isInTrouble({
  state,
  unreachableSince,
}: Pick<ProxySnapshot, 'state' | 'unreachableSince'>): boolean {
  return state.kind === 'needs-attention' || unreachableSince !== null;
}
