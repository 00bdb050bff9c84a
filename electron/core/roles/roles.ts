import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/facts/notices.ts';
import type { Role } from '../../../shared/model/roles.ts';
import { createTopic } from '../../base/topic.ts';
import { createTurns } from '../../base/turns.ts';
import { watchFile } from '../../store/files/file-watch.ts';
import {
  isThere,
  locateManaged,
  type ManagedSystem,
  NoAnswer,
} from '../../store/managed/locate.ts';
import { readManaged } from '../../store/managed/read-managed.ts';
import { lastingNotice } from '../../store/notice.ts';
import type { MachineUser } from './machine-user.ts';
import { parseRoleFile, type RoleFile, roleFileName, roleIn } from './role-file.ts';

/** What users of this machine may do on this console. */
export interface Roles {
  /** Null: nothing, they are not let in. Whoever owns the data directory administers, and so does root, who could read it anyhow. */
  roleOf(user: MachineUser): Role | null;
  /** The file that is in force or refused; null where there is none, so that nobody but the owner gets in. */
  file(): string | null;
  /** Where other users of this machine knock; null for nowhere. */
  socket(): string | null;
  /** What is wrong with the file; then nobody but the owner gets in. */
  notices(): readonly Notice[];
  /** After every change of the file: whoever may do something else by now is let go by its carrier, and may come again. Returns unsubscribing. */
  onChange(listener: () => void): () => void;
  /** Reads the file now; resolves when what it says holds. */
  reread(): Promise<void>;
  close(): void;
}

interface Found {
  readonly file: string | null;
  readonly content: RoleFile | null;
  readonly notices: readonly Notice[];
  /** Changes with what was read. */
  readonly seen: string;
}

const none: Found = { file: null, content: null, notices: [], seen: '' };

/** Where nobody but the owner gets in. */
export const ownersAlone: Roles = {
  roleOf: (user) => ownersRole(user),
  file: () => null,
  socket: () => null,
  notices: () => [],
  onChange: () => () => undefined,
  reread: async () => undefined,
  close() {},
};

/**
 * Opens the file of roles and follows it: the one beside what administrators ordain, else the one in the data directory. As theirs it has to be
 * root's or this user's, and nobody else's to write. Never rejects for what the file is: then a notice says it, and nobody but the owner gets in.
 */
export async function openRoles(directory: string, system: ManagedSystem): Promise<Roles> {
  const changed = createTopic<void>();
  const inTurn = createTurns();
  const places = await placesOf(directory, system);
  let found = await find(places);
  const follow = (): Promise<void> =>
    inTurn('roles', async () => {
      const next = await find(places);
      if (next.seen === found.seen) return;
      found = next;
      changed.publish();
    });
  const ends = places.map((place) => watchFile(place, follow));
  return {
    roleOf: (user) => ownersRole(user) ?? (found.content && roleIn(found.content, user)),
    file: () => found.file,
    socket: () => found.content?.socket ?? null,
    notices: () => found.notices,
    onChange: changed.listen,
    reread: follow,
    close() {
      for (const end of ends) end();
      changed.end();
    },
  };
}

/** Throws `not-allowed` for whoever has no role. */
export function requireRoleOf(roles: Pick<Roles, 'roleOf'>, user: MachineUser): Role {
  const role = roles.roleOf(user);
  if (role === null) throw new AppError('not-allowed', { case: 'nobody', user: user.name });
  return role;
}

/** `user` of a system without numbers is who runs this process: nobody else reaches its pipe. */
function ownersRole({ uid }: MachineUser): Role | null {
  return uid === null || uid === 0 || uid === process.getuid?.() ? 'administer' : null;
}

async function placesOf(directory: string, system: ManagedSystem): Promise<readonly string[]> {
  const own = join(directory, roleFileName);
  const files = system.platform === 'linux' ? [system.systemFile] : [];
  try {
    const named = await locateManaged(system);
    if (named !== null) files.push(named.path);
  } catch (error) {
    // Where what administrators ordain lies cannot be told; the notice of that says so.
    if (!(error instanceof NoAnswer)) throw error;
  }
  return [...new Set([...files.map((file) => join(dirname(file), roleFileName)), own])];
}

async function find(places: readonly string[]): Promise<Found> {
  const file = places.find(isThere);
  if (file === undefined) return none;
  const read = await readManaged(file);
  const content = 'text' in read ? parseRoleFile(read.text) : read;
  const seen = JSON.stringify([file, read]);
  if (!('reason' in content)) return { file, content, notices: [], seen };
  const { reason, cause } = content;
  const path = 'path' in content ? content.path : file;
  const notice = lastingNotice('roles-refused', file, { file, path, reason, cause });
  return { file, content: null, notices: [notice], seen };
}
