import { assertNever } from '../../shared/assert.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';

/** How many proxies there are, and how they stand. */
export interface FleetCount {
  readonly total: number;
  readonly ready: number;
  /** For their next attempt, or in it. */
  readonly waiting: number;
  /** For a vault to be unlocked. */
  readonly vaultLocked: number;
  readonly needsAttention: number;
  /** To which nobody connects. */
  readonly off: number;
  /** Their first attempt has not come to anything yet. */
  readonly untried: number;
}

/** `known`: those that were taken up, of thousands not all at once. */
export function countFleet(
  profiles: readonly Pick<Profile, 'id' | 'autoConnect'>[],
  known: readonly { readonly id: string; readonly state: ProxyState }[],
): FleetCount {
  const states = new Map(known.map(({ id, state }) => [id, state]));
  const count = { ready: 0, waiting: 0, vaultLocked: 0, needsAttention: 0, off: 0, untried: 0 };
  for (const { id, autoConnect } of profiles) {
    const state = states.get(id);
    if (state !== undefined) count[standingOf(state)]++;
    else if (autoConnect) count.untried++;
    else count.off++;
  }
  return { total: profiles.length, ...count };
}

function standingOf(state: ProxyState): Exclude<keyof FleetCount, 'total'> {
  switch (state.kind) {
    case 'connecting':
      return state.why === null ? 'untried' : 'waiting';
    case 'authenticating':
      return 'untried';
    case 'vault-locked':
      return 'vaultLocked';
    case 'needs-attention':
      return 'needsAttention';
    case 'off':
    case 'ready':
    case 'waiting':
      return state.kind;
    default:
      return assertNever(state);
  }
}
