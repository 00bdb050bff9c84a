import type { z } from 'zod';
import { hiddenIn } from './hidden.ts';
import { longestFolder, tidyFolder, tidyName, tidyTags } from './name.ts';
import { boundedText } from './text.ts';

/** Typed text may be longer than what is kept of it: decomposed, or with spaces. */
const typedPerKept = 4;

const longestName = 80;

/** 1 to 80 characters, and none that is hidden. */
export const nameSchema = readable(longestName, tidyName).min(1, { abort: true });

/** Folder path, `/` between its parts, each of which is a name; empty for the top. */
export const folderSchema = readable(longestFolder, tidyFolder).refine((path) =>
  path.split('/').every((part) => part.length <= longestName),
);

/** Tags with commas between; empty for none. */
export const tagsSchema = readable(400, tidyTags);

function readable(max: number, tidy: (text: string) => string): z.ZodString {
  return boundedText(max * typedPerKept)
    .overwrite(tidy)
    .max(max, { abort: true })
    .refine((text) => hiddenIn(text) === null);
}
