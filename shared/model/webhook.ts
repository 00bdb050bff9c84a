import { z } from 'zod';
import { errorValue } from '../facts/errors.ts';
import { boundedText } from './text.ts';
import { isWebAddress } from './web-address.ts';

/** Where alerts are sent to: by https, or by http on this machine; without a name or a password in it. */
export const webhookUrlSchema = boundedText(2000).trim().refine(isWebAddress);

/** What is signed with: 16 to 200 printable characters of ASCII. */
export const webhookSecretSchema = boundedText(200).regex(/^[\x21-\x7e]{16,200}$/);

/** What became of one message. `failed`: no answer was had, with the code of the system; a redirect is not followed. */
export const webhookOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delivered'), status: z.int() }),
  z.object({ kind: z.literal('refused'), status: z.int() }),
  z.object({ kind: z.literal('redirected'), status: z.int() }),
  z.object({ kind: z.literal('timeout'), seconds: z.number() }),
  z.object({ kind: z.literal('failed'), code: z.string() }),
  z.object({ kind: z.literal('no-secret') }),
  /** The vault does not give it out now. */
  z.object({ kind: z.literal('vault'), error: errorValue }),
]);
export type WebhookOutcome = z.infer<typeof webhookOutcomeSchema>;

export const webhookStateSchema = z.object({
  /** Null: none. */
  url: z.string().nullable(),
  /** Whether there is a secret, and whether it was entered for this host. */
  secret: z.enum(['none', 'here', 'elsewhere']),
  /** Messages that wait to be sent, and those that were given up since the app was started. */
  waiting: z.int(),
  dropped: z.int(),
  /** The last try, epoch milliseconds. */
  last: z.object({ at: z.number(), outcome: webhookOutcomeSchema }).nullable(),
});
export type WebhookState = z.infer<typeof webhookStateSchema>;
