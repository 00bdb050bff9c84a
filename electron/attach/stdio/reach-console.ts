import { AppError } from '../../../shared/errors.ts';
import { openRoles } from '../../core/roles/roles.ts';
import { thisSystem } from '../../store/managed/locate.ts';
import type { AttachedConsole } from '../attached-console.ts';
import { attachTo } from '../reach.ts';
import { reachTeam } from '../reach-team.ts';

/** One of the two ways: the console, null where none is there, or what went wrong. */
type Way = { readonly console: AttachedConsole | null } | { readonly error: unknown };

/**
 * The console of a directory: that of this user, else the one that lets users of this machine in where the file of roles says. Rejects with
 * `remote-console`, which says what both ways came to, and with what this user's console refused with where no file names another way.
 */
export async function reachConsole(directory: string, version: string): Promise<AttachedConsole> {
  const own = await tried(() => attachTo(directory, version, 'window'));
  if ('console' in own && own.console !== null) return own.console;
  const socket = await teamSocketOf(directory);
  if (socket === null) {
    if ('error' in own) throw own.error;
    throw new AppError('remote-console', { case: 'not-running', directory });
  }
  const team = await tried(() => reachTeam(socket, version));
  if ('console' in team && team.console !== null) return team.console;
  throw new AppError('remote-console', {
    case: 'neither',
    ...{ directory, own: saidBy(own), socket, team: saidBy(team) },
  });
}

async function tried(reach: () => Promise<AttachedConsole | null>): Promise<Way> {
  try {
    return { console: await reach() };
  } catch (error) {
    return { error };
  }
}

async function teamSocketOf(directory: string): Promise<string | null> {
  const roles = await openRoles(directory, thisSystem);
  roles.close();
  return roles.socket();
}

/** In English, as whatever crosses versions; null where nobody was there. */
function saidBy(way: Way): string | null {
  if (!('error' in way)) return null;
  return way.error instanceof Error ? way.error.message : String(way.error);
}
