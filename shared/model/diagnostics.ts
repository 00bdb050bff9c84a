import { z } from 'zod';

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
});
export type Diagnostics = z.infer<typeof diagnosticsSchema>;
