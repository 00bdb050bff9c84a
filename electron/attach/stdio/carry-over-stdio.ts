import { hostname } from 'node:os';
import type { Duplex } from 'node:stream';
import { showHidden } from '../../../shared/model/hidden.ts';
import { leastRole, type Role } from '../../../shared/model/roles.ts';
import { actorName, remoteOf } from '../../core/actor.ts';
import type { Router } from '../../ipc/router.ts';
import type { AttachedConsole } from '../attached-console.ts';
import { servePeer } from '../serve-peer.ts';

export interface StdioParts {
  /** Standard input and output. */
  readonly stream: Duplex;
  /** The console that runs there. Rejects with the `AppError` that the peer is refused with. */
  readonly reach: () => Promise<AttachedConsole>;
  /** What the peer may do at most. */
  readonly role: Role;
  readonly env: NodeJS.ProcessEnv;
  /** Of this program. */
  readonly version: string;
  readonly logFault: (what: string, error: unknown) => void;
}

/** A name and a place of at most so many characters. */
const longestRemote = 256;

/**
 * Carries whoever holds the stream to the console that runs here. It greets first, so that it is told why where it is refused. Resolves with whether
 * it was let in, once either side has ended.
 */
export async function carryOverStdio(parts: StdioParts): Promise<boolean> {
  const { stream, reach, role, env, version, logFault } = parts;
  let attached: AttachedConsole | null = null;
  let reaching: Promise<AttachedConsole> | null = null;
  const router: Router = {
    connect(send, asker) {
      if (attached === null) throw new Error('a window before the console was reached');
      return attached.router.connect(send, { ...asker, remote: originOf(asker.remote, env) });
    },
  };
  const peer = servePeer(stream, {
    router,
    // SSH, or whoever started this program, has let in the one who holds the stream.
    token: null,
    version,
    machine: hostname().slice(0, longestRemote),
    async asker() {
      reaching = reach();
      const found = await reaching;
      attached = found;
      void found.ended.then(() => peer.close());
      const { welcome } = found;
      return {
        kind: 'window',
        user: welcome.user || actorName(),
        remote: null,
        role: leastRole(role, welcome.role),
        session: null,
      };
    },
    logFault,
  });
  await peer.ended;
  const wasLetIn = attached !== null;
  // Also where it is reached only now; why it was not the peer was told.
  const late = reaching as Promise<AttachedConsole> | null;
  const reached = await late?.catch(() => null);
  reached?.close();
  await reached?.ended;
  return wasLetIn;
}

/** Who sits at the other end as that side says, with the address that SSH says it came from. */
function originOf(claimed: string | null, env: NodeJS.ProcessEnv): string | null {
  const from = remoteOf(env);
  if (claimed === null) return from;
  const name = showHidden(claimed);
  return (from === null ? name : `${name} (${from})`).slice(0, longestRemote);
}
