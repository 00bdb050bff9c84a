import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';

/** Proxies that wait for a password and log in as the same user in one folder: one password may be good for all of them. */
export interface MissingPassword {
  readonly user: string;
  readonly folder: string;
  readonly ids: readonly string[];
}

const codes: ReadonlySet<string> = new Set(['no-password', 'password-needed-again']);

/** Those that share the most come first. Of proxies whose saved password was entered for another place, too. */
export function missingPasswords(
  profiles: readonly ProfileEntry[],
  snapshots: ReadonlyMap<string, Pick<ProxySnapshot, 'state'>>,
): readonly MissingPassword[] {
  const groups = new Map<string, { user: string; folder: string; ids: string[] }>();
  for (const { id, user, folder } of profiles) {
    const state = snapshots.get(id)?.state;
    if (state?.kind !== 'needs-attention' || !codes.has(state.why.code)) continue;
    const key = JSON.stringify([user, folder]);
    const group = groups.get(key) ?? { user, folder, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.ids.length - a.ids.length);
}
