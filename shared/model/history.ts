import { z } from 'zod';

const column = z.array(z.number().nullable());
const band = z.object({ min: column, mean: column, max: column });

/** One proxy's history in a range, as parallel arrays of at most as many points as were asked for. A null is a gap: no data. */
export const historyRangeSchema = z.object({
  level: z.enum(['raw', 'minute', 'hour']),
  /** Epoch milliseconds, rising. */
  at: z.array(z.number()),
  connections: band,
  bytesPerSecond: band,
  accessesPerSecond: band,
  /** Things to mark on the chart. */
  marks: z.array(z.object({ at: z.number(), kind: z.enum(['restart', 'change']) })),
});
export type HistoryRange = z.infer<typeof historyRangeSchema>;
