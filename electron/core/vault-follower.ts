import { isDeepStrictEqual } from 'node:util';
import { type CallName, calls } from '../../shared/ipc/contract.ts';
import type { Monitor } from '../fleet/monitor.ts';
import { commandLine } from '../store/secrets/command/agreement.ts';
import type { Vaults } from '../store/secrets/vaults.ts';
import type { Notices } from './notices.ts';
import type { Roster } from './roster/roster.ts';

/** Whether somebody uses the app by this call, as by each that windows do not ask by themselves. Neither polls of proxies nor heartbeats are calls. */
export function isUse(call: CallName): boolean {
  return !('byWindow' in calls[call]);
}

const changedCommandId = 'vault-command-changed';

/** What another program wrote to be run for passwords is told for as long as nobody agreed to it. After another vault came into force, or its lock was opened, profiles are told anew and logins that waited go on. */
export function followVault(
  vaults: Pick<Vaults, 'inForce' | 'onChange' | 'refused'>,
  roster: Pick<Roster, 'vaultChanged'>,
  monitor: Pick<Monitor, 'vaultChanged' | 'events'>,
  notices: Pick<Notices, 'holds' | 'ends'>,
): void {
  const seen = () => {
    const { kind, locked, command, agreed } = vaults.inForce();
    return { kind, locked, agreed, command: kind === 'command' ? command : null };
  };
  const tell = ({ command, agreed }: ReturnType<typeof seen>): void => {
    if (command === null || agreed) notices.ends(changedCommandId);
    else
      notices.holds(changedCommandId, 'vault-command-changed', { program: commandLine(command) });
  };
  let before = seen();
  tell(before);
  vaults.onChange(() => {
    const now = seen();
    if (isDeepStrictEqual(before, now)) return;
    const isOther =
      now.kind !== before.kind ||
      now.agreed !== before.agreed ||
      !isDeepStrictEqual(now.command, before.command);
    before = now;
    tell(now);
    if (isOther) roster.vaultChanged();
    // A vault that was locked gives nobody anything that they did not have.
    if (isOther || !now.locked) monitor.vaultChanged(isOther);
  });
  monitor.events.listen(({ kind, profileId }) => {
    if (kind === 'login-refused') vaults.refused(profileId);
  });
}
