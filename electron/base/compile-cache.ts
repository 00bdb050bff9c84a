import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { isAbsolute, join } from 'node:path';

/** When all that a start takes is loaded, milliseconds: what was compiled is kept also where the process is killed later. */
const startedMs = 10_000;

/**
 * Keeps what is compiled from now on in this directory, for the next start. Only its owner may look into it, since what lies there is run;
 * one of another user is left alone. Where there cannot be one, as in an installation that belongs to somebody else, or for null, nothing is kept,
 * and the start takes longer.
 */
export function keepCompiled(directory: string | null): void {
  if (directory === null) return;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const user = process.getuid?.();
    if (user !== undefined && statSync(directory).uid !== user) return;
    chmodSync(directory, 0o700);
  } catch {
    return;
  }
  enableCompileCache(directory);
  setTimeout(flushCompileCache, startedMs).unref();
}

/** Where an installed program keeps what it compiled: in the user's own cache. Null where the user has none: a home that is missing is not made. */
export function userCache(env: NodeJS.ProcessEnv): string | null {
  const { platform } = process;
  const home = platform === 'win32' ? env.LOCALAPPDATA : env.HOME;
  const named = platform === 'linux' ? env.XDG_CACHE_HOME : undefined;
  if (named !== undefined && isAbsolute(named)) return join(named, 'spcp-console', 'compiled');
  if (home === undefined || !isAbsolute(home) || !isDirectory(home)) return null;
  if (platform === 'win32') return join(home, 'SPCP Console', 'Cache', 'compiled');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'SPCP Console', 'compiled');
  return join(home, '.cache', 'spcp-console', 'compiled');
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
