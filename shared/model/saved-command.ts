import { z } from 'zod';
import { hiddenIn } from './hidden.ts';
import { nameSchema } from './name-schemas.ts';
import { argumentSchema } from './profile.ts';
import { boundedText } from './text.ts';
import { epochMs } from './time.ts';

/** So many commands can be kept, and so many versions of each are told. */
export const mostCommands = 500;
export const mostVersions = 50;
export const longestNote = 500;

/** What a command was from a time on (epoch milliseconds), who saved it, and what they noted of it; the note may be empty. */
export const commandVersionSchema = z.object({
  at: epochMs,
  actor: z.string(),
  text: argumentSchema,
  note: boundedText(longestNote),
});
export type CommandVersion = z.infer<typeof commandVersionSchema>;

/** A transformation that is kept under a name, with its versions, the newest first: that one it is. */
export const savedCommandSchema = z.object({
  id: z.uuid(),
  name: nameSchema,
  versions: z.array(commandVersionSchema).min(1),
});
export type SavedCommand = z.infer<typeof savedCommandSchema>;

/** What is to be kept: a new command, or with `id` a new version of one that is there. */
export const commandDraftSchema = z.object({
  id: z.uuid().optional(),
  name: nameSchema,
  text: argumentSchema,
  note: boundedText(longestNote)
    .trim()
    .refine((note) => hiddenIn(note.replaceAll('\n', '')) === null),
});
export type CommandDraft = z.infer<typeof commandDraftSchema>;
