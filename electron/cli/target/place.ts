import type { ProfileDraft } from '../../../shared/model/profile.ts';
import type { Target } from '../../transport/transport.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { usageError } from '../arguments/usage.ts';

/** The fields of a profile that say where a proxy is and who logs in. */
export type Place = Pick<
  ProfileDraft,
  'host' | 'port' | 'transport' | 'udpPort' | 'sshDestination' | 'relayCommand' | 'user'
>;

/** What the options say of it; an SSH destination alone asks for the way by ssh. Throws `invalid-input` for a half of that way. */
export function placeOf(options: GlobalOptions): Partial<Place> {
  const { host, port, udpPort, sshDestination, relayCommand, user } = options;
  const transport = options.transport ?? (sshDestination === undefined ? undefined : 'ssh');
  if (transport === 'ssh' && sshDestination === undefined)
    throw usageError('--ssh-destination is missing: --transport ssh goes by it.', {
      sshDestination: 'missing',
    });
  if (transport !== 'ssh' && (sshDestination ?? relayCommand) !== undefined)
    throw usageError('--ssh-destination and --relay-command go with --transport ssh only.', {
      transport: 'not ssh',
    });
  return given({ host, port, transport, udpPort, sshDestination, relayCommand, user });
}

/** Without what is undefined, so that a schema fills in its defaults. */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

/** Whether both lead to the same proxy. The UDP port counts unless both ways do without it. */
export function isSamePlace(a: Target, b: Target): boolean {
  if (a.host.toLowerCase() !== b.host.toLowerCase() || a.port !== b.port) return false;
  if (a.transport === 'ssh' || b.transport === 'ssh')
    return a.transport === b.transport && a.sshDestination === b.sshDestination;
  return a.udpPort === b.udpPort || (a.transport === 'kernel' && b.transport === 'kernel');
}
