import { statSync } from 'node:fs';
import { isRunningHere, type ProcessMark, thisProcess } from '../../../base/process-mark.ts';
import { type Boot, thisBoot } from './boot.ts';

/** Who writes a record, and where: what a copy of it has not. */
export interface Origin {
  readonly boot: Boot;
  /** Device and number of the folder that it lies in, which a copied or restored folder has others of. */
  readonly folder: string;
  readonly writer: ProcessMark;
  /** Whether such a writer still runs, which then has what it noted. */
  isRunning(writer: ProcessMark): boolean;
}

/** This process, and a folder. Throws the file system's error. */
export function originIn(folder: string): Origin {
  const { dev, ino } = statSync(folder, { bigint: true });
  return {
    boot: thisBoot(),
    folder: `${dev} ${ino}`,
    writer: thisProcess(),
    isRunning: isRunningHere,
  };
}
