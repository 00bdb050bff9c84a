import { type Place, placeFields } from '../../../shared/model/place.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { usageError } from '../arguments/usage.ts';

/** The options that say where a proxy is and who logs in. */
export const placeOptions = placeFields;

/** What the options say of where a proxy is and who logs in; an SSH destination alone asks for the way by ssh. Throws `invalid-input` for a half of that way. */
export function placeOf(options: GlobalOptions): Partial<Place> {
  const { host, port, udpPort, sshDestination, relayCommand, user } = options;
  const transport = options.transport ?? (sshDestination === undefined ? undefined : 'ssh');
  if (transport === 'ssh' && sshDestination === undefined)
    throw usageError({ case: 'ssh-destination-missing' });
  if (transport !== 'ssh' && (sshDestination ?? relayCommand) !== undefined)
    throw usageError({ case: 'not-ssh' });
  if (udpPort !== undefined && (transport === 'kernel' || transport === 'ssh'))
    throw usageError({ case: 'not-udp', transport });
  return given({ host, port, transport, udpPort, sshDestination, relayCommand, user });
}

/** Without what is undefined, so that a schema fills in its defaults. */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
