import { chmod, lstat, rm, stat } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Hello } from '../../shared/ipc/hello.ts';
import type { Asker } from '../../shared/model/caller.ts';
import type { MachineUser } from '../core/roles/machine-user.ts';
import { type Roles, requireRoleOf } from '../core/roles/roles.ts';
import type { Router } from '../ipc/router.ts';
import { connectOrNull } from './connect-or-null.ts';
import { peerUidOf, peerUserOf } from './peer-user.ts';
import { type Peer, servePeer } from './serve-peer.ts';

export interface TeamParts {
  readonly roles: Pick<Roles, 'roleOf' | 'socket' | 'onChange'>;
  readonly router: Router;
  /** Of the app. */
  readonly version: string;
  readonly logFault: (what: string, error: unknown) => void;
  /** So long after it could not listen it tries again, milliseconds. */
  readonly retryMs?: number;
}

const usualRetryMs = 3000;

/** Users of this machine at once. */
const mostPeers = 128;
/** Of one user, so that nobody takes the places of all: who has not been let in yet, and all. A shell has one for all of its windows. */
const mostKnocking = 8;
const mostOfUser = 32;
/** So long it holds who a number is, milliseconds: each time that it is asked for starts programs. */
const knownMs = 5000;

interface Member {
  readonly peer: Peer;
  readonly uid: number | null;
  user: MachineUser | null;
  role: Asker['role'] | null;
}

/**
 * Lets other users of this machine in on the socket that the file of roles names, each by who the kernel says they are and with the role that the
 * file gives them; whoever has another one after a change of the file is let go, and may come again. Nobody is let in while no file names a
 * socket. What keeps it from listening is logged. Returns the end of it.
 */
export function serveTeam(parts: TeamParts): () => Promise<void> {
  const { roles, logFault } = parts;
  let open: { readonly path: string; close(): Promise<void> } | null = null;
  let turn = Promise.resolve();
  const members = new Set<Member>();
  /** What keeps it from listening, which is logged once. */
  let told = '';
  const follow = (): void => {
    for (const { peer, user, role } of members)
      if (user !== null && roles.roleOf(user) !== role) peer.close();
    turn = turn.then(async () => {
      const path = roles.socket();
      if (open?.path === path) return;
      await open?.close();
      open = null;
      if (path === null) return;
      try {
        open = await listen(path, members, parts);
        told = '';
      } catch (error) {
        if (told !== String(error)) logFault('other users of this machine cannot attach', error);
        told = String(error);
      }
    });
  };
  follow();
  const stop = roles.onChange(follow);
  // Another console that had the path may end, and the directory come.
  const again = setInterval(() => {
    if (open === null) follow();
  }, parts.retryMs ?? usualRetryMs);
  again.unref();
  return async () => {
    stop();
    clearInterval(again);
    await turn;
    await open?.close();
  };
}

async function listen(path: string, members: Set<Member>, parts: TeamParts) {
  const { roles, router, version, logFault } = parts;
  await requireOwnPlace(path);
  const machine = hostname().slice(0, 256);
  const users = new Map<number, Promise<MachineUser | null>>();
  const userOf = (socket: Socket, uid: number | null): Promise<MachineUser | null> => {
    if (uid === null) return peerUserOf(socket);
    const known = users.get(uid);
    if (known !== undefined) return known;
    const asked = peerUserOf(socket);
    users.set(uid, asked);
    setTimeout(() => users.delete(uid), knownMs).unref();
    return asked;
  };
  const server = createServer((socket) => {
    const uid = peerUidOf(socket);
    const theirs = [...members].filter((each) => each.uid === uid);
    if (
      theirs.length >= mostOfUser ||
      theirs.filter(({ role }) => role === null).length >= mostKnocking
    ) {
      socket.destroy();
      return;
    }
    const asker = async (hello: Hello) => {
      const user = await userOf(socket, uid);
      if (user === null) throw new AppError('not-allowed', { case: 'nobody', user: '?' });
      member.user = user;
      member.role = requireRoleOf(roles, user);
      return askerOf(hello, user, member.role);
    };
    const peer = servePeer(socket, {
      router,
      token: null,
      version,
      machine,
      asker,
      logFault,
      claims: true,
    });
    const member: Member = { peer, uid, user: null, role: null };
    members.add(member);
    void peer.ended.then(() => members.delete(member));
  });
  server.maxConnections = mostPeers;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
  server.on('error', (error) => logFault('a user of this machine could not be taken', error));
  // Everybody may knock: who they are says whether they are let in.
  await chmod(path, 0o666);
  return {
    path,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const { peer } of members) peer.close();
      await closed;
    },
  };
}

function askerOf({ kind }: Hello, { name }: MachineUser, role: Asker['role']): Asker {
  return { kind, user: name.slice(0, 256), remote: null, role, session: null };
}

/** A socket that was left there, where nobody answers, is taken away, and nothing else is; where others may put files, they could listen in this console's place. */
async function requireOwnPlace(path: string): Promise<void> {
  const { uid, mode } = await stat(dirname(path));
  if ((uid !== 0 && uid !== process.getuid?.()) || (mode & 0o022) !== 0)
    throw new Error(`others may write to ${dirname(path)}`);
  const left = await lstat(path).catch(() => null);
  if (!left?.isSocket()) return;
  const living = await connectOrNull(path);
  living?.destroy();
  if (living !== null) throw new Error(`another process listens at ${path}`);
  await rm(path, { force: true });
}
