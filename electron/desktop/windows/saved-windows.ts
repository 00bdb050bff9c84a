import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  firstAddress,
  longestWindowAddress,
  parseWindowAddress,
} from '../../../shared/address/window-address.ts';
import { consoleIdSchema } from '../../../shared/model/remote-console.ts';
import { boundedText } from '../../../shared/model/text.ts';
import { requireOrdinary } from '../../store/files/wrong-kind-of-file.ts';
import { minimumSize } from './window-place.ts';

/** So many windows can be open at once: each is a process of its own. */
export const mostWindows = 20;
/** A file that is longer was not written here, bytes. */
const longestFile = 1024 * 1024;

/** No desktop is wider or higher, pixels. */
const largestSide = 32_767;

const area = { x: z.int(), y: z.int(), width: z.int(), height: z.int() };
const bounds = {
  ...area,
  width: z.int().min(minimumSize.width).max(largestSide),
  height: z.int().min(minimumSize.height).max(largestSide),
  maximized: z.boolean(),
};

const windowSchema = z.object({
  ...bounds,
  fullScreen: z.boolean(),
  address: boundedText(longestWindowAddress).refine((text) => parseWindowAddress(text) !== null),
  display: z.object({ id: z.number(), ...area }).nullable(),
  /** The remote console that it showed; null is that of this machine. */
  console: consoleIdSchema.nullable().default(null),
});
/** A window as it is opened again: where it was within the app, and on the desktop, pixels of the whole desktop. */
export type SavedWindow = z.infer<typeof windowSchema>;

/** The form of release 0.1.0, which had one window. */
const singleSchema = z
  .object(bounds)
  .transform((place): SavedWindow[] => [
    { ...place, fullScreen: false, address: firstAddress, display: null, console: null },
  ]);
const fileSchema = z.object({ version: z.literal(2), windows: z.array(z.unknown()) });

const fileOf = (directory: string): string => join(directory, 'window.json');

/**
 * The windows that were open, those that the file tells of as it should; none where it cannot be read: where windows lay is no loss that anyone is
 * to be told.
 */
export function readWindows(directory: string): readonly SavedWindow[] {
  try {
    const file = fileOf(directory);
    const found = statSync(file);
    // A named pipe would be waited for without end.
    requireOrdinary(file, found);
    if (found.size > longestFile) return [];
    return readWhole(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}

function readWhole(raw: unknown): readonly SavedWindow[] {
  const single = singleSchema.safeParse(raw);
  if (single.success) return single.data;
  return fileSchema
    .parse(raw)
    .windows.flatMap((each) => {
      const parsed = windowSchema.safeParse(each);
      return parsed.success ? [parsed.data] : [];
    })
    .slice(0, mostWindows);
}

/** Saves them, at once, since the app may be about to end. Throws as the file system does. */
export function saveWindows(directory: string, windows: readonly SavedWindow[]): void {
  const file = fileOf(directory);
  // Whatever lies there, such as a link, is not written through.
  rmSync(`${file}.new`, { force: true, recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ version: 2, windows }), {
    mode: 0o600,
    flag: 'wx',
  });
  renameSync(`${file}.new`, file);
}
