import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryDirectory } from './temporary-directory.ts';

export interface SmallDisk {
  readonly directory: string;
  /** Leaves not a byte. */
  fill(): void;
  /** Takes back what `fill` wrote. */
  empty(): void;
  makeReadOnly(): void;
}

/** A real file system of some hundred kilobytes, or the reason why there cannot be one here. */
export function smallDisk(kilobytes: number): SmallDisk | { readonly skip: string } {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return { skip: 'a small file system can be mounted by root on Linux only' };
  }
  const directory = temporaryDirectory();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', directory], {
      stdio: 'pipe',
    });
  } catch (error) {
    return { skip: `a small file system cannot be mounted here: ${error}` };
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', directory]);
  });
  const filler = join(directory, 'filler');
  return {
    directory,
    fill: () => writeUntilFull(filler),
    empty: () => rmSync(filler),
    makeReadOnly() {
      execFileSync('mount', ['-o', 'remount,ro', directory]);
    },
  };
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(file);
  }
}
