import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UpdateFault } from './update-fault.ts';

/**
 * Puts what was fetched in the place of the installed AppImage, under the installed one's name, so that what leads there still does. It is copied
 * beside it, compared with its signed hash (SHA-512, base64) and only then takes the place, in one step. Throws where that fails, and then the old
 * one is as it was. Synchronous, since it runs as the app ends.
 */
export function replaceAppImage(fetched: string, installed: string, sha512: string): void {
  const target = realpathSync(installed);
  const copy = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  try {
    if (copyHashed(fetched, copy) !== sha512) throw new UpdateFault('file');
    renameSync(copy, target);
  } finally {
    rmSync(copy, { force: true });
  }
  rmSync(fetched, { force: true });
}

/** Copies to a file that is not there yet, which is on the disk and can be run afterwards. Returns the hash of what was copied. */
function copyHashed(from: string, to: string): string {
  const hash = createHash('sha512');
  const source = openSync(from, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const file = openSync(to, 'wx', 0o600);
    try {
      const buffer = Buffer.allocUnsafe(1 << 20);
      for (;;) {
        const length = readSync(source, buffer);
        if (length === 0) break;
        hash.update(buffer.subarray(0, length));
        for (let at = 0; at < length; ) at += writeSync(file, buffer, at, length - at);
      }
      fchmodSync(file, 0o755);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } finally {
    closeSync(source);
  }
  return hash.digest('base64');
}
