import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { storageError } from '../storage-error.ts';

/**
 * The directory of profiles, history and audit log: `--data-dir`, else `SPCP_CONSOLE_HOME`, else the operating system's place for
 * application data. Creates it, for this user only. Throws `storage-failed` or `storage-full`.
 */
export async function openDataDirectory(
  option: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const directory = resolve(option || env.SPCP_CONSOLE_HOME || applicationData(env));
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw storageError(directory, cause);
  }
  return directory;
}

function applicationData(env: NodeJS.ProcessEnv): string {
  switch (process.platform) {
    case 'win32':
      return join(env.APPDATA || join(homedir(), 'AppData', 'Roaming'), 'SPCP Console');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'SPCP Console');
    default:
      return join(xdgDataHome(env), 'spcp-console');
  }
}

/** XDG Base Directory Specification: a relative path is to be ignored. */
function xdgDataHome(env: NodeJS.ProcessEnv): string {
  const home = env.XDG_DATA_HOME;
  return home && isAbsolute(home) ? home : join(homedir(), '.local', 'share');
}
