import { z } from 'zod';
import { boundedText } from './text.ts';

/** A 64-bit counter as it crosses the contract and the command line's JSON: decimal text. */
export const counterText = boundedText(21).regex(/^-?[0-9]{1,20}$/);

/** One reading of the three metrics (report 1.1.5, 0x02 to 0x04). */
export const metricsSchema = z.object({
  /** When it was read, epoch milliseconds. */
  at: z.number(),
  connections: counterText,
  transferredBytes: counterText,
  accesses: counterText,
  /** The count of connections cannot be one (deployed behaviour 14). */
  implausible: z.boolean(),
  /** Mean round trip of the three requests, milliseconds. */
  roundTripMs: z.number(),
});
export type Metrics = z.infer<typeof metricsSchema>;

/** Rates between the last two readings; null without two readings, or across a restart. */
export const ratesSchema = z.object({
  bytesPerSecond: z.number().nullable(),
  accessesPerSecond: z.number().nullable(),
});
export type Rates = z.infer<typeof ratesSchema>;
