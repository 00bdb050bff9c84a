import { z } from 'zod';
import { errorValue } from '../facts/errors.ts';
import { kernelSctpReasons } from './kernel-sctp.ts';

/** Epoch milliseconds. */
const time = z.number();

/** How the association in use was reached, and why that way. */
export const connectionInfoSchema = z.object({
  transport: z.enum(['kernel', 'udp', 'ssh']),
  description: z.string(),
  /** Why `auto` took this way; null where the profile names it. */
  reason: z.enum(kernelSctpReasons).nullable(),
});
export type ConnectionInfo = z.infer<typeof connectionInfoSchema>;

/** A proxy's state, one union. Wrong credentials are `needs-attention`, never a retry loop. */
export const proxyStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({
    kind: z.literal('connecting'),
    since: time,
    attempt: z.int(),
    /** Why the attempt before failed; null at the first. */
    why: errorValue.nullable(),
  }),
  z.object({ kind: z.literal('authenticating'), since: time }),
  z.object({ kind: z.literal('ready'), since: time, connection: connectionInfoSchema }),
  z.object({
    kind: z.literal('waiting'),
    why: errorValue,
    since: time,
    until: time,
    attempt: z.int(),
  }),
  /** For the unlock of the vault that its password lies in: nothing is tried until then. */
  z.object({ kind: z.literal('vault-locked'), since: time }),
  z.object({ kind: z.literal('needs-attention'), why: errorValue, since: time }),
]);

export type ProxyState = z.infer<typeof proxyStateSchema>;
