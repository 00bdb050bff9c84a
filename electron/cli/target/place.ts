import type { Place } from '../../../shared/model/place.ts';
import { placeFields } from '../../../shared/model/place-fields.ts';
import { takeHostApart } from '../../../shared/model/typed-host.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import { usageError } from '../arguments/usage.ts';

/** The options that say where a proxy is and who logs in. */
export const placeOptions = placeFields;

/** What the options say of where a proxy is and who logs in; an SSH destination alone asks for the way by ssh. Throws `invalid-input` for a half of that way. */
export function placeOf(options: GlobalOptions): Partial<Place> {
  const { udpPort, sshDestination, relayCommand } = options;
  const transport = options.transport ?? (sshDestination === undefined ? undefined : 'ssh');
  if (transport === 'ssh' && sshDestination === undefined)
    throw usageError({ case: 'ssh-destination-missing' });
  if (transport !== 'ssh' && (sshDestination ?? relayCommand) !== undefined)
    throw usageError({ case: 'not-ssh' });
  if (udpPort !== undefined && (transport === 'kernel' || transport === 'ssh'))
    throw usageError({ case: 'not-udp', transport });
  return given({ ...hostOf(options), transport, udpPort, sshDestination, relayCommand });
}

/** What --host says beside the host counts as if it stood in the option of its own. Throws `invalid-input` where that says another thing. */
function hostOf({ host, port, user }: GlobalOptions): Partial<Place> {
  const typed = host === undefined ? null : takeHostApart(host);
  // What is no host is left for the schema to refuse.
  if (typed === null) return given({ host, port, user });
  refuseTwo('port', typed.port, port);
  refuseTwo('user', typed.user, user);
  return given({
    host: typed.host,
    port: port ?? typed.port ?? undefined,
    user: user ?? typed.user ?? undefined,
  });
}

function refuseTwo<T>(name: 'port' | 'user', inHost: T | null, given: T | undefined): void {
  if (inHost === null || given === undefined || inHost === given) return;
  throw usageError({ case: 'given-twice', field: name, inHost: String(inHost) });
}

/** Without what is undefined, so that a schema fills in its defaults. */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
