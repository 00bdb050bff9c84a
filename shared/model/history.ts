import { z } from 'zod';

const column = z.array(z.number().nullable());
const band = z.object({ min: column, mean: column, max: column });

/** So many proxies at once. */
export const mostInRange = 100;

/** One proxy's history in a range, as parallel arrays of at most as many points as were asked for. A null is a gap: no data. */
export const historyRangeSchema = z.object({
  /** Epoch milliseconds of the first reading that is kept of the proxy, in any range; null where there is none. */
  since: z.number().nullable(),
  level: z.enum(['raw', 'minute', 'hour']),
  /** Epoch milliseconds, rising. */
  at: z.array(z.number()),
  connections: band,
  bytesPerSecond: band,
  accessesPerSecond: band,
  /** Milliseconds. */
  roundTripMs: band,
  /** Polls missed before each reading. */
  missed: band,
  /** Things to mark on the chart. */
  marks: z.array(z.object({ at: z.number(), kind: z.enum(['restart', 'change']) })),
});
export type HistoryRange = z.infer<typeof historyRangeSchema>;
