import type { OpenCount } from './open-count-schema.ts';

/** What the count of a proxy is while nothing is known of it. */
export const unknownCount: OpenCount = { verdict: 'unproven', accesses: 0, rise: 0 };
