import { z } from 'zod';
import { auditEntrySchema } from './change.ts';
import { shells } from './change-words.ts';
import { historyElsewhereSchema } from './history-from.ts';
import { counterText } from './metrics.ts';
import { epochMs } from './time.ts';

const column = z.array(z.number().nullable());
const band = z.object({ min: column, mean: column, max: column });

/** From `from` (inclusive) to `to` (exclusive), epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** So many proxies at once. */
export const mostInRange = 100;

/** Of how many of its kind that lie too near to each other a mark is the last; absent where it stands for itself. */
const count = z.int().min(2).optional();

/** Something to mark on a chart: `at` is epoch milliseconds. */
export const historyMarkSchema = z.discriminatedUnion('kind', [
  /** A counter fell. */
  z.object({ kind: z.literal('restart'), at: epochMs, count }),
  /** A change of a setting that did something to the proxy. A value is null for none, and where it is not known. */
  z.object({
    kind: z.literal('change'),
    at: epochMs,
    count,
    setting: auditEntrySchema.shape.setting,
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** The operating system's user name. */
    who: z.string(),
    /** By which of the app's shells; null where it was not kept. */
    shell: z.enum(shells).nullable(),
    outcome: auditEntrySchema.shape.outcome,
    auditId: z.int(),
  }),
  /** A change that was not made from here: seen at `at`, after the value before was read at `since`. */
  z.object({
    kind: z.literal('elsewhere'),
    at: epochMs,
    count,
    setting: z.literal('transformation'),
    from: z.string().nullable(),
    to: z.string().nullable(),
    since: epochMs,
    restarted: z.boolean(),
  }),
]);
export type HistoryMark = z.infer<typeof historyMarkSchema>;

/** One proxy's history in a range, as parallel arrays of at most as many points as were asked for. A null is a gap: no data. */
export const historyRangeSchema = z.object({
  /** Epoch milliseconds of the first reading that is kept of the proxy, in any range; null where there is none. */
  since: epochMs.nullable(),
  level: z.enum(['raw', 'minute', 'hour', 'day']),
  /** Epoch milliseconds, rising. */
  at: z.array(z.number()),
  connections: band,
  bytesPerSecond: band,
  accessesPerSecond: band,
  /** Milliseconds. */
  roundTripMs: band,
  /** Polls missed before each reading. */
  missed: band,
  /** In the order of time. */
  marks: z.array(historyMarkSchema),
  /** Where a Prometheus was asked for a part of it. */
  elsewhere: historyElsewhereSchema.optional(),
});
export type HistoryRange = z.infer<typeof historyRangeSchema>;

/** How many polls were missed in each minute in which one was answered; `at` is where the minute begins, epoch milliseconds, rising. */
export interface MissedPolls {
  readonly at: readonly number[];
  readonly missed: readonly number[];
}

/** What one proxy moved in a span, and since when it runs at least. Times are epoch milliseconds. */
export const historyTotalsSchema = z.object({
  /** Between the readings that lie nearest to the ends of the span; null where there are not two. */
  moved: z
    .object({
      from: epochMs,
      to: epochMs,
      /** Counted also over what was not watched; a restart takes with it what was moved between the last reading and it. */
      bytes: counterText,
      accesses: counterText,
      /** Milliseconds of it that were watched without a gap. */
      watchedMs: z.number(),
      restarts: z.int(),
    })
    .nullable(),
  /** No counter was seen to fall from `at` to the last reading; null where the proxy was never read. */
  epoch: z
    .object({
      kind: z.enum(['restart', 'first-contact']),
      at: epochMs,
      lastAt: epochMs,
    })
    .nullable(),
  /** Where a Prometheus was asked for a part of it, and why it could not be read. */
  elsewhere: historyElsewhereSchema.pick({ folderId: true, fault: true, pending: true }).optional(),
});
export type HistoryTotals = z.infer<typeof historyTotalsSchema>;
