import { z } from 'zod';

/**
 * Whether a proxy's count of open connections can be believed (deployed behaviour 14). `unproven`: too few came since it is watched. `rising`:
 * more are counted than before, as where a fleet grows, or where they are not counted out. `counted-out`: of those that came hardly any is still
 * counted. `only-rises`: it counts in and not out. `below-zero`: it was below zero since the proxy started, so that nobody knows its zero.
 */
export const openCountSchema = z.object({
  verdict: z.enum(['unproven', 'rising', 'counted-out', 'only-rises', 'below-zero']),
  /** What it was last judged by: so many connections accepted, and by so many more counted open than before them. */
  accesses: z.number(),
  rise: z.number(),
});
export type OpenCount = z.infer<typeof openCountSchema>;
