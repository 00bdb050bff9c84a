import { isIP } from 'node:net';
import { z } from 'zod';

const port = z.int().min(1).max(65_535);

/** What ends an association in UDP from outside of the process that has it: an ABORT with the peer's tag (RFC 9260 sections 3.3.7 and 8.5.1). */
export const openAssociationSchema = z.strictObject({
  /** As the profile names it. */
  host: z.string().min(1).max(255),
  /** Which of its addresses answered. */
  address: z
    .string()
    .max(64)
    .refine((address) => isIP(address) !== 0),
  /** The peer's UDP port, and ours: where the ABORT comes from the same one, also a peer that looks at it takes it. */
  udpPort: port,
  fromUdpPort: port,
  /** The peer's SCTP port, and ours. */
  port,
  fromPort: port,
  /** The peer's verification tag. */
  tag: z.int().min(1).max(0xffff_ffff),
});
export type OpenAssociation = Readonly<z.infer<typeof openAssociationSchema>>;
