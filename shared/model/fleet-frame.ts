import { z } from 'zod';
import { counterText, metricsSchema, ratesSchema } from './metrics.ts';
import { openCountSchema } from './open-count-schema.ts';
import { profileIdSchema } from './profile.ts';
import { proxyStateSchema } from './proxy-state.ts';

/** What the settings of a proxy were last known to be, each with when, epoch milliseconds; null for what was never known. */
export const knownSettingsSchema = z.object({
  /** In force when it was read; its `value` is null for none. */
  transformation: z.object({ value: z.string().nullable(), at: z.number() }).nullable(),
  /** Last set from here: SPCP cannot read it back. */
  bufferSize: z.object({ bytes: z.int(), at: z.number() }).nullable(),
});
export type KnownSettings = z.infer<typeof knownSettingsSchema>;

/** What the board shows of one proxy. */
export const proxySnapshotSchema = z.object({
  id: profileIdSchema,
  state: proxyStateSchema,
  /**
   * Since when the proxy is not reached though it should be, over all attempts, epoch milliseconds: since the loss of its session, or the first
   * attempt that failed. Null while it is ready or off, before an attempt failed, and in `needs-attention`, which waits for the administrator
   * and says itself since when.
   */
  unreachableSince: z.number().nullable(),
  /** The last reading, also while the proxy cannot be reached: then it is stale. */
  metrics: metricsSchema.nullable(),
  rates: ratesSchema,
  /** Counters fell this often since the app started (deployed behaviour 15). */
  restarts: z.int(),
  /** Polls skipped because the one before was still under way. */
  missedPolls: z.int(),
  settings: knownSettingsSchema,
  /** Whether its count of open connections can be believed. */
  openCount: openCountSchema,
});
export type ProxySnapshot = z.infer<typeof proxySnapshotSchema>;

const points = z.array(z.number().nullable());

/** New points of one proxy, as parallel arrays: epoch milliseconds and values, null where there was no data. */
export const pointsSchema = z.object({
  id: profileIdSchema,
  at: z.array(z.number()),
  connections: points,
  bytesPerSecond: points,
  accessesPerSecond: points,
  /** Milliseconds. */
  roundTripMs: points,
  /** Polls missed since the reading before. */
  missed: points,
});
export type Points = z.infer<typeof pointsSchema>;

/**
 * The next reading each of proxies of which nothing else is another, as parallel arrays: their metrics and rates of now, and their next point. It
 * is plausible, and no poll was missed before it.
 */
export const readingsSchema = z.object({
  ids: z.array(profileIdSchema),
  /** Epoch milliseconds. */
  at: z.array(z.number()),
  connections: z.array(z.number()),
  transferredBytes: z.array(counterText),
  accesses: z.array(counterText),
  bytesPerSecond: points,
  accessesPerSecond: points,
  /** Milliseconds. */
  roundTripMs: z.array(z.number()),
});
export type Readings = z.infer<typeof readingsSchema>;

/**
 * What changed since the last frame. The first frame of a subscription is full: whatever was told before holds no more. Where there are more
 * proxies, or more of their points of the last five minutes, than one frame should hold, the rest follows in the next ones.
 */
export const fleetFrameSchema = z.object({
  at: z.number(),
  full: z.boolean(),
  proxies: z.array(proxySnapshotSchema),
  points: z.array(pointsSchema),
  readings: readingsSchema.nullable(),
  removed: z.array(profileIdSchema),
});
export type FleetFrame = z.infer<typeof fleetFrameSchema>;
