import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BuiltIn } from './update-source.ts';

const schema = z.object({
  updates: z.object({ feed: z.string().nullable(), key: z.string().nullable() }),
});

const none: BuiltIn = { feed: null, key: null };

/** What the app's own `package.json`, in `folder`, says of updates, as whoever packed it wrote it there; nothing where it says nothing. */
export function builtInUpdates(folder: string): BuiltIn {
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    return read.success ? read.data.updates : none;
  } catch {
    return none;
  }
}
