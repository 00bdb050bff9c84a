import { chmodSync, mkdirSync } from 'node:fs';
import { enableCompileCache, flushCompileCache } from 'node:module';

/** When all that a start takes is loaded, milliseconds: what was compiled is kept also where the process is killed later. */
const startedMs = 10_000;

/**
 * Keeps what is compiled from now on in this directory, for the next start. Only its owner may look into it, since what lies there is run.
 * Where there cannot be one, as in an installation that belongs to somebody else, nothing is kept, and the start takes longer.
 */
export function keepCompiled(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    chmodSync(directory, 0o700);
  } catch {
    return;
  }
  enableCompileCache(directory);
  setTimeout(flushCompileCache, startedMs).unref();
}
