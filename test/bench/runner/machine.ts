import { availableParallelism, cpus, loadavg, release, type } from 'node:os';

/** On what was measured. `load`: how many programs wanted a core in the last minute. */
export interface Machine {
  readonly model: string;
  readonly cpus: number;
  readonly system: string;
  readonly node: string;
  readonly load: number;
}

export function machineOf(): Machine {
  const [load = 0] = loadavg();
  return {
    model: cpus()[0]?.model.trim() ?? 'unknown',
    cpus: availableParallelism(),
    system: `${type()} ${release()}`,
    node: process.version,
    load,
  };
}

/** Others take so much of the machine that figures tell of them too. */
export const isBusy = ({ load, cpus: cores }: Machine): boolean => load > cores / 2;
