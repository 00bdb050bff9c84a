import { createServer, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { AppError } from '../../shared/errors.ts';
import type { Hello } from '../../shared/ipc/hello.ts';
import type { Asker } from '../../shared/model/caller.ts';
import type { Notices } from '../core/notices.ts';
import type { MachineUser } from '../core/roles/machine-user.ts';
import { type Roles, requireRoleOf } from '../core/roles/roles.ts';
import type { Router } from '../ipc/router.ts';
import { endListening } from './end-listening.ts';
import { keepListening, type Listener } from './keep-listening.ts';
import { peerUidOf, peerUserOf } from './peer-user.ts';
import { type Peer, servePeer } from './serve-peer.ts';
import { listenAtFile } from './socket-file.ts';
import { requireOwnDirectory, requireOwnPlace, troubleOf } from './team-place.ts';

export interface TeamParts {
  readonly roles: Pick<Roles, 'roleOf' | 'socket' | 'onChange'>;
  readonly router: Router;
  /** Of the app. */
  readonly version: string;
  readonly notices: Pick<Notices, 'holds' | 'ends'>;
  readonly logFault: (what: string, error: unknown) => void;
  /** Between two looks whether it can listen, and whether its file is there, milliseconds. */
  readonly lookMs?: number;
}

const noticeId = 'team-socket';

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
 * socket. What keeps it from listening is a notice while it lasts, and logged; whoever was let in before stays. Returns the end of it.
 */
export function serveTeam(parts: TeamParts): () => Promise<void> {
  const { roles, notices, logFault, lookMs } = parts;
  const members = new Set<Member>();
  let named = roles.socket();
  const kept = keepListening({
    place: roles.socket,
    listen: (path) => listen(path, members, parts),
    onFault(error, path) {
      logFault('other users of this machine cannot attach', error);
      notices.holds(noticeId, 'team-socket', troubleOf(error, path));
    },
    onSettled: () => notices.ends(noticeId),
    ...(lookMs !== undefined && { lookMs }),
  });
  void kept.look();
  const stop = roles.onChange(() => {
    const path = roles.socket();
    for (const { peer, user, role } of members)
      if (path !== named || (user !== null && roles.roleOf(user) !== role)) peer.close();
    named = path;
    void kept.look();
  });
  return async () => {
    stop();
    await endListening({ kept, peers: () => [...members].map(({ peer }) => peer), logFault });
  };
}

async function listen(path: string, members: Set<Member>, parts: TeamParts): Promise<Listener> {
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
      members.size >= mostPeers ||
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
  server.on('error', (error) => logFault('a user of this machine could not be taken', error));
  // Everybody may knock: who they are says whether they are let in.
  const file = await listenAtFile(server, path, 0o666);
  return {
    // Who came to be able to put files beside it could take its place: it is left then, and told of.
    isThere: async () => (await file.isThere()) && (await isOwnDirectory(path)),
    async close() {
      server.close();
      await file.remove();
    },
  };
}

function isOwnDirectory(path: string): Promise<boolean> {
  return requireOwnDirectory(path).then(
    () => true,
    () => false,
  );
}

function askerOf({ kind }: Hello, { name }: MachineUser, role: Asker['role']): Asker {
  return { kind, user: name.slice(0, 256), remote: null, role, session: null };
}
