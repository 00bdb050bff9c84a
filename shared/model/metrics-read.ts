import { z } from 'zod';
import { connectionInfoSchema } from './proxy-state.ts';

/** What a proxy answers when it is asked for its metrics at once. Counters are decimal texts: they have 64 bits. */
export const metricsReadSchema = z.object({
  connections: z.string(),
  transferredBytes: z.string(),
  accesses: z.string(),
  /** The count of connections cannot be one. */
  implausible: z.boolean(),
  /** Milliseconds. */
  roundTripMs: z.number(),
  connection: connectionInfoSchema,
});
