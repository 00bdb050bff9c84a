import { z } from 'zod';
import { errorValue } from '../facts/errors.ts';
import { roleSchema } from './caller.ts';
import { boundedText } from './text.ts';
import { epochMs } from './time.ts';

/** What a console says of itself when it lets somebody in: its machine, whose it is there and what that user may do, the versions of app and contract. */
export const consoleIdentitySchema = z.object({
  machine: boundedText(256),
  user: boundedText(256),
  role: roleSchema,
  version: boundedText(64),
  contract: z.int(),
});
export type ConsoleIdentity = z.infer<typeof consoleIdentitySchema>;

/** How it stands with the way to a remote console. */
export const consoleStateSchema = z.discriminatedUnion('kind', [
  /** No window shows it. */
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('connecting') }),
  z.object({ kind: z.literal('open') }),
  /** It is tried again at that time, by this console's clock. */
  z.object({ kind: z.literal('waiting'), error: errorValue, retryAt: epochMs }),
  /** Trying again by itself is of no use. */
  z.object({ kind: z.literal('refused'), error: errorValue }),
]);
export type ConsoleState = z.infer<typeof consoleStateSchema>;
