import { accessSync, constants, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { storageError, storageFailure } from '../storage-error.ts';
import { hasCode } from './has-code.ts';

/** What lets anybody but the owner make and replace files. */
const writableByOthers = 0o022;

/**
 * The directory of profiles, history and audit log: `--data-dir`, else `SPCP_CONSOLE_HOME`, else the operating system's place for
 * application data. Creates it, for this user only. One of another user, or one that others may write to, is refused: they could point a
 * profile, and its password, at a host of theirs. Throws `storage-failed` or `storage-full`.
 */
export async function openDataDirectory(
  option: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const directory = resolve(option || env.SPCP_CONSOLE_HOME || applicationData(env));
  try {
    await make(directory);
    accessSync(directory, constants.R_OK | constants.X_OK);
  } catch (cause) {
    throw storageError(directory, cause);
  }
  requireOwn(directory);
  return directory;
}

/** With what it lies in. Node's own recursive mkdir says ENOENT where the file system is read-only. */
async function make(directory: string): Promise<void> {
  try {
    await mkdir(directory, { mode: 0o700 });
  } catch (error) {
    if (isDirectory(directory)) return;
    const parent = dirname(directory);
    if (!hasCode(error, 'ENOENT') || parent === directory) throw error;
    await make(parent);
    await mkdir(directory, { mode: 0o700 });
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Windows has no owner and mode to look at: there the user's profile directory is closed by its access list. */
function requireOwn(directory: string): void {
  const user = process.getuid?.();
  if (user === undefined) return;
  const { uid, mode } = statSync(directory);
  if (uid !== user) throw storageFailure(directory, 'foreign', `uid ${uid}`);
  if ((mode & writableByOthers) !== 0)
    throw storageFailure(directory, 'open-to-others', `mode ${(mode & 0o777).toString(8)}`);
}

function applicationData(env: NodeJS.ProcessEnv): string {
  switch (process.platform) {
    case 'win32':
      return join(env.APPDATA || join(home(env), 'AppData', 'Roaming'), 'SPCP Console');
    case 'darwin':
      return join(home(env), 'Library', 'Application Support', 'SPCP Console');
    default:
      return join(xdgDataHome(env), 'spcp-console');
  }
}

/** XDG Base Directory Specification: a relative path is to be ignored. */
function xdgDataHome(env: NodeJS.ProcessEnv): string {
  const place = env.XDG_DATA_HOME;
  return place && isAbsolute(place) ? place : join(home(env), '.local', 'share');
}

/**
 * The user's home, which is there. An account of a service often has none, or one that is named and was never made: making it would put the
 * profiles where nobody looks for them, and a relative one wherever the process was started.
 */
function home(env: NodeJS.ProcessEnv): string {
  const named = process.platform === 'win32' ? env.USERPROFILE : env.HOME;
  const place = named ?? homeOfAccount();
  if (!isAbsolute(place) || !isDirectory(place))
    throw storageFailure(
      place || `HOME is ${named === undefined ? 'not set' : 'empty'}`,
      'no-home',
      'HOME',
    );
  return place;
}

/** Throws where this user is in no list of users, as in a container that runs under a number. */
function homeOfAccount(): string {
  try {
    return userInfo().homedir;
  } catch {
    return '';
  }
}
