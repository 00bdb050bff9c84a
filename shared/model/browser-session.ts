import { z } from 'zod';

/** A browser that the web shell let in. Times are epoch milliseconds. */
export const browserSessionSchema = z.object({
  id: z.uuid(),
  /** What the browser calls itself, short; empty where it does not say. */
  browser: z.string(),
  begunAt: z.number(),
  /** The last time that it asked for anything; now, while it has a window. */
  lastSeenAt: z.number(),
  /** How many windows it has open. */
  windows: z.int(),
});
export type BrowserSession = z.infer<typeof browserSessionSchema>;
