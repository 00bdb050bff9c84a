import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { requireOrdinary } from '../store/files/wrong-kind-of-file.ts';

/** Smaller than this the board does not fit, pixels. */
export const minimumSize = { width: 760, height: 520 } as const;
const usual = { width: 1280, height: 820 } as const;

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(minimumSize.width),
  height: z.int().min(minimumSize.height),
  maximized: z.boolean(),
});
/** Where the window was, in pixels of the whole desktop. */
export type WindowBounds = z.infer<typeof boundsSchema>;

/** A part of the desktop that a display shows, pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a window is to be opened. Without a place, the system chooses one. */
export interface Placement {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

/** This much of the title bar must be on a display, or the window could not be taken hold of, pixels. */
const grip = 80;

function isReachable(bounds: WindowBounds, { x, y, width, height }: Area): boolean {
  const overlap = Math.min(bounds.x + bounds.width, x + width) - Math.max(bounds.x, x);
  return overlap >= grip && bounds.y >= y && bounds.y <= y + height - grip;
}

/** Where to open the window: where it was, unless no display shows that place any more. */
export function placeWindow(
  bounds: WindowBounds | undefined,
  displays: readonly Area[],
): Placement {
  if (bounds === undefined) return { ...usual, maximized: false };
  if (displays.some((display) => isReachable(bounds, display))) return bounds;
  return { width: bounds.width, height: bounds.height, maximized: bounds.maximized };
}

const fileOf = (directory: string): string => join(directory, 'window.json');

/** The bounds that were saved, if any can be read: a lost place is no loss that anyone is to be told. */
export function readBounds(directory: string): WindowBounds | undefined {
  try {
    const file = fileOf(directory);
    // A named pipe would be waited for without end.
    requireOrdinary(file, statSync(file));
    return boundsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Saves the bounds, at once, since the app may be about to end. Throws as the file system does. */
export function saveBounds(directory: string, bounds: WindowBounds): void {
  const file = fileOf(directory);
  // Whatever lies there, such as a link, is not written through.
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, JSON.stringify(bounds), { mode: 0o600, flag: 'wx' });
  renameSync(`${file}.new`, file);
}
