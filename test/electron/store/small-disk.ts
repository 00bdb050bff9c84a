import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryDirectory } from './temporary-directory.ts';

export interface SmallDisk {
  readonly directory: string;
  /** Leaves not a byte. */
  fill(): void;
  /** Takes back what `fill` wrote. */
  empty(): void;
  /** Makes files until there can be no further one; there is room for their content. */
  takeInodes(): void;
  /** Takes back what `takeInodes` made. */
  giveInodes(): void;
  makeReadOnly(): void;
  makeWritable(): void;
}

/** A real file system of some hundred kilobytes, and so many files, or the reason why there cannot be one here. */
export function smallDisk(kilobytes: number, files = 1000): SmallDisk | { readonly skip: string } {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return { skip: 'a small file system can be mounted by root on Linux only' };
  }
  const directory = temporaryDirectory();
  try {
    execFileSync(
      'mount',
      ['-t', 'tmpfs', '-o', `size=${kilobytes}k,nr_inodes=${files},mode=700`, 'tmpfs', directory],
      {
        stdio: 'pipe',
      },
    );
  } catch (error) {
    return { skip: `a small file system cannot be mounted here: ${error}` };
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', directory]);
  });
  const filler = join(directory, 'filler');
  const fillers = join(directory, 'fillers');
  return {
    directory,
    fill: () => writeUntilFull(filler),
    empty: () => rmSync(filler),
    takeInodes: () => makeUntilFull(fillers),
    giveInodes: () => rmSync(fillers, { recursive: true }),
    makeReadOnly() {
      execFileSync('mount', ['-o', 'remount,ro', directory]);
    },
    makeWritable() {
      execFileSync('mount', ['-o', 'remount,rw', directory]);
    },
  };
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'w');
  untilFull(() => writeSync(file, Buffer.alloc(4096)));
  closeSync(file);
}

function makeUntilFull(directory: string): void {
  mkdirSync(directory);
  untilFull((number) => closeSync(openSync(join(directory, `${number}`), 'w')));
}

function untilFull(step: (number: number) => void): void {
  try {
    for (let number = 0; ; number++) step(number);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
