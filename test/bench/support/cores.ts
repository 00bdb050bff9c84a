import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { CannotRun } from './benchmark.ts';

/** Which cores two ends have: one between them, or each its own. */
export type Cores = 'one' | 'two';

/**
 * Keeps this process, and whatever it starts from here on, on the first core. Returns where its peers go, by their process ids: with
 * `two`, to the second core. Throws `CannotRun` where the system has no `taskset`, or too few cores.
 */
export function keepOn(cores: Cores): (peers: readonly number[]) => void {
  if (cores === 'two' && availableParallelism() < 2) throw new CannotRun('two cores are needed');
  keep(process.pid, 0);
  return (peers) => {
    if (cores === 'two') for (const pid of peers) keep(pid, 1);
  };
}

function keep(pid: number, core: number): void {
  const { status } = spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)]);
  if (status !== 0) throw new CannotRun('a process is kept on a core by taskset, of util-linux');
}
