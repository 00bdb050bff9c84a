import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../../build/tool.ts';

/** Where the guest, which sees the host's files, finds scripts compiled: its emulated processor would take seconds for each. */
export const compiledFolder = join(root, 'out/interop/compiled');

/** Compiles scripts of this project on the host, by runs that do nothing. Node compiles afresh in the guest whatever has changed since. */
export function compileAhead(runs: readonly (readonly string[])[]): void {
  for (const [script = '', ...args] of runs) {
    execFileSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(root, script), ...args],
      { stdio: 'ignore', env: { ...process.env, NODE_COMPILE_CACHE: compiledFolder } },
    );
  }
}
