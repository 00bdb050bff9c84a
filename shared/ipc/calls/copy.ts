import { z } from 'zod';
import { copyChoiceSchema, copyContentSchema, copySummarySchema } from '../../model/copies.ts';
import { boundedText } from '../../model/text.ts';

const nothing = z.object({});
const confirmNames = z.array(boundedText(400)).max(5000).optional();

/** The calls of the contract about good copies of the saved profiles. No copy has a password in it: those are as they are in the vault. */
export const copyCalls = {
  /** Newest first, without those that have nothing that is otherwise now. */
  'copies.list': {
    role: 'administer',
    byWindow: true,
    input: nothing,
    output: z.array(copySummarySchema),
  },
  /** Throws `not-found`. */
  'copies.show': {
    role: 'administer',
    byWindow: true,
    input: z.object({ savedAt: z.number() }),
    output: copyContentSchema,
  },
  /**
   * Merged with what others change meanwhile, as one write. Where guarded profiles would go, lead elsewhere or be asked
   * for less, what they want has to be among `confirmNames`. Answers how many profiles are otherwise now, and what `copies.undo` wants.
   */
  'copies.restore': {
    role: 'administer',
    input: z.object({
      savedAt: z.number(),
      choice: copyChoiceSchema,
      confirmNames,
    }),
    output: z.object({ changed: z.int(), undo: z.uuid() }),
  },
  /** Takes one of the last restorings since the app started back; what was edited since stays as it is. Throws `not-found`. */
  'copies.undo': {
    role: 'administer',
    input: z.object({ undo: z.uuid(), confirmNames }),
    output: z.object({ changed: z.int() }),
  },
} as const;
