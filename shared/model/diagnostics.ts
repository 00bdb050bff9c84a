import { z } from 'zod';
import { epochMs } from './time.ts';

/** Why the guard in front of the SCTP library dropped a datagram (RFC 9260 sections 3, 6.2 and 8). */
export const dropReasons = [
  'other-sender',
  'too-short',
  'too-long',
  'checksum',
  'ports',
  'chunk-length',
  'chunk-missing',
  'chunk-parameter',
  'chunk-bundle',
  'chunk-value',
  'chunk-type',
  'too-many-chunks',
  'no-association',
  'library-failure',
] as const;
export type DropReason = (typeof dropReasons)[number];

/** What came over the association of now, and what of it was not let through. */
export const diagnosticsSchema = z.object({
  /** Null where there is none, or where the kernel or the relay checks what comes. */
  datagrams: z
    .object({
      received: z.int(),
      dropped: z.partialRecord(z.enum(dropReasons), z.int()),
    })
    .nullable(),
  /**
   * How the three metrics are asked on it: all at once (deployed behaviour 17), or one by one, since over a byte stream replies are not told apart
   * by messages, or since this proxy did not answer all of them, epoch milliseconds. Null where there is no session.
   */
  metrics: z
    .union([
      z.object({ asked: z.literal('together') }),
      z.object({ asked: z.literal('one-by-one'), why: z.literal('stream') }),
      z.object({ asked: z.literal('one-by-one'), why: z.literal('unanswered'), since: epochMs }),
    ])
    .nullable(),
});
export type Diagnostics = z.infer<typeof diagnosticsSchema>;
