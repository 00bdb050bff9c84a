import type { Stats } from 'node:fs';
import type { StorageTrouble } from '../../../shared/model/storage-trouble.ts';

/** Where a file is to be, there is something else: opening it could wait for ever, or do what nobody asked for. */
export class WrongKindOfFile extends Error {
  readonly trouble: StorageTrouble;

  constructor(path: string, trouble: StorageTrouble) {
    super(`${path}: ${trouble}`);
    this.name = 'WrongKindOfFile';
    this.trouble = trouble;
  }
}

/** Throws `WrongKindOfFile` unless the path, whose state is given, is an ordinary file. */
export function requireOrdinary(path: string, stats: Stats): void {
  if (stats.isFile()) return;
  throw new WrongKindOfFile(path, kindOf(stats));
}

function kindOf(stats: Stats): StorageTrouble {
  if (stats.isDirectory()) return 'is-directory';
  if (stats.isFIFO()) return 'is-pipe';
  if (stats.isSocket()) return 'is-socket';
  return stats.isSymbolicLink() ? 'is-link' : 'is-device';
}
