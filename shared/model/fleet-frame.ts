import { z } from 'zod';
import { metricsSchema, ratesSchema } from './metrics.ts';
import { profileIdSchema } from './profile.ts';
import { proxyStateSchema } from './proxy-state.ts';

/** What the board shows of one proxy. */
export const proxySnapshotSchema = z.object({
  id: profileIdSchema,
  state: proxyStateSchema,
  /** The last reading, also while the proxy cannot be reached: then it is stale. */
  metrics: metricsSchema.nullable(),
  rates: ratesSchema,
  /** Counters fell this often since the app started (deployed behaviour 15). */
  restarts: z.int(),
  /** Polls skipped because the one before was still under way. */
  missedPolls: z.int(),
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
});
export type Points = z.infer<typeof pointsSchema>;

/** What changed since the last frame. The first frame of a subscription is full: it holds every proxy, and the last five minutes of points. */
export const fleetFrameSchema = z.object({
  at: z.number(),
  full: z.boolean(),
  proxies: z.array(proxySnapshotSchema),
  points: z.array(pointsSchema),
  removed: z.array(profileIdSchema),
});
export type FleetFrame = z.infer<typeof fleetFrameSchema>;
