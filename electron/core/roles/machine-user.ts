import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A user of the console's machine, as its system knows them. */
export interface MachineUser {
  /** Null where the system has no such numbers, as Windows. */
  readonly uid: number | null;
  /** `uid 1000` where the system has no name for the number. */
  readonly name: string;
  /** The names of all groups that the system has them in now. */
  readonly groups: readonly string[];
}

/** A directory of users elsewhere may be slow, and is not waited for longer, milliseconds. */
const limits = { timeout: 5000, maxBuffer: 256 * 1024, windowsHide: true } as const;

/**
 * The user of this number, asked of the system's own `id`. Where that does not answer, or knows no name, the groups are none: who they are is
 * then not known well enough for what a group may do. Never rejects.
 */
export async function machineUserOf(uid: number): Promise<MachineUser> {
  // A number alone could be somebody's name; and names of groups may have spaces in them, where the system's `id` can tell them apart.
  const linux = process.platform === 'linux';
  const who = linux ? `+${uid}` : String(uid);
  const [name, groups] = await Promise.all([
    printed(['-un', who]),
    printed([linux ? '-Gnz' : '-Gn', who]),
  ]);
  if (name === null || name.trim() === '') return { uid, name: `uid ${uid}`, groups: [] };
  const parts = (groups ?? '').trim().split(linux ? '\0' : ' ');
  return { uid, name: name.trim(), groups: parts.filter((part) => part !== '') };
}

async function printed(args: readonly string[]): Promise<string | null> {
  try {
    return (await promisify(execFile)('id', [...args], limits)).stdout;
  } catch {
    // No such user, no such program, or a directory that does not answer: either way nothing is known.
    return null;
  }
}
