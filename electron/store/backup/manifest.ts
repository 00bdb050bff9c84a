import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { readText } from '../files/read-text.ts';
import { storageError } from '../storage-error.ts';

/** In each backup: what is in it. It is written last, so that what has none is not whole. */
export const manifestFile = 'backup.json';

const version = 1;

/** The files of this app, by their names, with their good copies; nothing of the browser engine, and no path. */
const fileName = z.string().regex(/^[a-z-]{1,40}\.(?:json|db)(?:\.[0-9TZ-]{1,40}\.copy)?$/);

const manifest = z.object({
  format: z.literal('spcp-console-backup'),
  version: z.literal(version),
  /** Epoch milliseconds. */
  savedAt: z.int(),
  files: z
    .array(z.object({ name: fileName, bytes: z.int().nonnegative(), sha256: z.string().max(64) }))
    .max(1000),
});

/** What a backup says of itself. */
export type Manifest = z.output<typeof manifest>;

export type BackedUpFile = Manifest['files'][number];

/** Whether a file of the data directory belongs into a backup: no lock, no journal, nothing half written. */
export function isBackedUp(name: string): boolean {
  // Which program may be run for passwords is agreed to anew where a backup is put back: it may come from anybody.
  return fileName.safeParse(name).success && name !== 'vault-agreed.json';
}

/** The text of a manifest of these files, saved at a time in epoch milliseconds. */
export function manifestText(savedAt: number, files: readonly BackedUpFile[]): string {
  const written: Manifest = {
    format: 'spcp-console-backup',
    version,
    savedAt,
    files: [...files],
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** Reads what a directory says of itself. Throws `backup-refused` (`none`, `newer`, `damaged`), `storage-failed` and `storage-full`. */
export async function readManifest(directory: string): Promise<Manifest> {
  const path = join(directory, manifestFile);
  let text: string | null;
  try {
    text = await readText(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new AppError('backup-refused', { case: 'none', path: directory });
    throw storageError(path, error);
  }
  const value = parsed(text);
  const read = manifest.safeParse(value);
  if (read.success) return read.data;
  const newer = z.object({ format: z.literal('spcp-console-backup'), version: z.int() });
  const told = newer.safeParse(value);
  if (told.success && told.data.version > version) {
    throw new AppError('backup-refused', {
      case: 'newer',
      path: directory,
      version: told.data.version,
    });
  }
  throw new AppError('backup-refused', { case: 'damaged', path: directory, file: manifestFile });
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
