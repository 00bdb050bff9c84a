import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { hasCode } from '../files/has-code.ts';
import { readText } from '../files/read-text.ts';
import { agreementFile } from '../secrets/command/agreement.ts';
import { chosenPathError } from '../storage-error.ts';

/** In each backup: what is in it. It is written last, so that what has none is not whole. */
export const manifestFile = 'backup.json';

const version = 1;

/** The files of this app, by their names, with their good copies; nothing of the browser engine, no lock, no journal, and no path. */
const ours = /^([a-z-]{1,40}\.(?:json|db))(?:\.[0-9TZ-]{1,40}\.copy)?$/;

const manifest = z.object({
  format: z.literal('spcp-console-backup'),
  version: z.literal(version),
  /** Epoch milliseconds. */
  savedAt: z.int().min(0).max(8.64e15),
  files: z
    .array(
      z.object({
        name: z.string().max(100).refine(isBackedUp),
        bytes: z.int().nonnegative(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(1000)
    .refine((files) => new Set(files.map(({ name }) => name)).size === files.length),
});

/** What a backup says of itself. */
export type Manifest = z.output<typeof manifest>;

export type BackedUpFile = Manifest['files'][number];

/**
 * Whether a file of a data directory belongs into its backup. Which program may be run for passwords does not: it is agreed to anew where a backup
 * is put back, which may come from anybody.
 */
export function isBackedUp(name: string): boolean {
  const file = ours.exec(name)?.[1];
  return file !== undefined && file !== agreementFile && file !== manifestFile;
}

/** What a backup of these files, saved at a time in epoch milliseconds, says of itself. */
export function manifestOf(savedAt: number, files: readonly BackedUpFile[]): Manifest {
  return { format: 'spcp-console-backup', version, savedAt, files: [...files] };
}

/** Reads what a directory says of itself. Throws `backup-refused` (`none`, `newer`, `damaged`), `storage-failed` and `storage-full`. */
export async function readManifest(directory: string): Promise<Manifest> {
  const path = join(directory, manifestFile);
  let text: string | null;
  try {
    text = await readText(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT'))
      throw new AppError('backup-refused', { case: 'none', path: directory });
    throw chosenPathError(path, error);
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
