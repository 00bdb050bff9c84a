import { AppError } from '../../../shared/errors.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { AuditEntry, Change } from '../../../shared/model/change.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { ConnectionInfo } from '../../../shared/model/proxy-state.ts';
import type { MetricsReading } from '../../spcp/client.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { attachConsole, type ConsoleBeside } from './attach-console.ts';
import { changeInConsole } from './change-in-console.ts';
import { askKept } from './kept-there.ts';
import type { ProxyReads } from './proxy-reads.ts';

/** A proxy on the session of the console that watches the data directory. */
export interface ProxyInConsole {
  readonly client: ProxyReads;
  readonly connection: ConnectionInfo;
  /** Has the console change it, where `confirmed` says that its name was given. Throws as `changeInConsole`. */
  change(change: Change, confirmed: boolean): Promise<AuditEntry>;
  close(): void;
}

/**
 * The console that runs on the data directory, where it keeps a session with this proxy; null where none runs, and where it keeps none, so that a
 * session of the command's own is the only one. One that is being opened is waited for; `patient`: one that is lost, too. A console that refuses is
 * warned of. Throws `cancelled`, and `not-connected` where the console has no session now.
 */
export async function proxyInConsole(
  context: CommandContext,
  options: GlobalOptions,
  profile: Profile,
  patient = false,
): Promise<ProxyInConsole | null> {
  const console = await attachConsole(context, options);
  if (console === null) return null;
  const { interrupted } = context;
  let changing = false;
  // A change that was sent is answered first, so that what is told of it is so.
  const interrupt = (): void => {
    if (!changing) console.close();
  };
  interrupted.addEventListener('abort', interrupt, { once: true });
  if (interrupted.aborted) interrupt();
  const call: Call = async (name, input) => {
    try {
      return await console.call(name, input);
    } catch (error) {
      if (!interrupted.aborted) throw error;
      throw new AppError('cancelled', { case: 'command', name: profile.name }, { cause: error });
    }
  };
  const close = (): void => {
    interrupted.removeEventListener('abort', interrupt);
    console.close();
  };
  const change: ProxyInConsole['change'] = async (wanted, confirmed) => {
    changing = true;
    try {
      const through = { call: console.call, profile, change: wanted, confirmed };
      return await changeInConsole(context, options, through);
    } finally {
      changing = false;
    }
  };
  const { id } = profile;
  try {
    const read = () => call('fleet.read', { id });
    const kept = await askKept(read, { interrupted, options, patient });
    if (kept === null) {
      close();
      return null;
    }
    const { connection } = kept.value;
    let first: CallOutput<'fleet.read'> | null = kept.value;
    const readMetrics = async (): Promise<MetricsReading> => {
      const { connections, transferredBytes, accesses, implausible, roundTripMs } =
        first ?? (await read());
      first = null;
      return {
        connections: BigInt(connections),
        transferredBytes: BigInt(transferredBytes),
        accesses: BigInt(accesses),
        implausible,
        roundTripMs,
        ageMs: roundTripMs / 2,
      };
    };
    const getTransformation = async () => (await call('settings.read', { id })).transformation;
    const client = { readMetrics, getTransformation, ended: console.ended };
    return { client, connection, change, close };
  } catch (error) {
    close();
    throw error;
  }
}

type Call = ConsoleBeside['call'];
