import { isDeepStrictEqual } from 'node:util';
import type { CallName } from '../../shared/ipc/contract.ts';
import type { Monitor } from '../fleet/monitor.ts';
import type { Vaults } from '../store/secrets/vaults.ts';
import type { Roster } from './roster/roster.ts';

/**
 * What windows ask by themselves: when they open, as time goes by, and when something changed. Every other call is somebody who uses the app.
 * Neither polls of proxies nor heartbeats are calls.
 */
const byThemselves: ReadonlySet<CallName> = new Set<CallName>([
  'app.info',
  'app.notices',
  'app.sessions',
  'audit.list',
  'copies.list',
  'copies.show',
  'demo.info',
  'events.list',
  'fleet.diagnostics',
  'fleet.visible',
  'folders.list',
  'history.range',
  'managed.state',
  'plans.get',
  'plans.list',
  'preferences.get',
  'profiles.list',
  'settings.read',
  'vault.state',
]);

export function isUse(call: CallName): boolean {
  return !byThemselves.has(call);
}

/** After another vault came into force, or its lock was opened, profiles are told anew and logins that waited go on. */
export function followVault(
  vaults: Pick<Vaults, 'inForce' | 'onChange' | 'refused'>,
  roster: Pick<Roster, 'vaultChanged'>,
  monitor: Pick<Monitor, 'vaultChanged' | 'events'>,
): void {
  const seen = () => {
    const { kind, locked, command } = vaults.inForce();
    return { kind, locked, command: kind === 'command' ? command : null };
  };
  let before = seen();
  vaults.onChange(() => {
    const now = seen();
    if (isDeepStrictEqual(before, now)) return;
    const isOther = now.kind !== before.kind || !isDeepStrictEqual(now.command, before.command);
    before = now;
    if (isOther) roster.vaultChanged();
    // A vault that was locked gives nobody anything that they did not have.
    if (isOther || !now.locked) monitor.vaultChanged(isOther);
  });
  monitor.events.listen(({ kind, profileId }) => {
    if (kind === 'login-refused') vaults.refused(profileId);
  });
}
