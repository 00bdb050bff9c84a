import { z } from 'zod';
import { proxyEventSchema } from '../../model/event.ts';
import { eventCountSchema, eventFilterSchema } from '../../model/event-filter.ts';
import { historyRangeSchema, historyTotalsSchema, mostInRange } from '../../model/history.ts';
import { historyKeptSchema } from '../../model/history-kept.ts';
import { profileIdSchema } from '../../model/profile.ts';
import { epochMs } from '../../model/time.ts';

const nothing = z.object({});

/** The calls of the contract about what was: metrics and events. */
export const pastCalls = {
  /** One answer for each proxy, in the order asked. Of a proxy that has no history it is empty. `here`: what this console keeps, and no Prometheus is asked. */
  'history.range': {
    role: 'view',
    byWindow: true,
    input: z.object({
      ids: z.array(profileIdSchema).min(1).max(mostInRange),
      from: epochMs,
      to: epochMs,
      points: z.int().min(10).max(4000),
      here: z.boolean().optional(),
    }),
    output: z.array(historyRangeSchema),
  },
  /** One answer for each proxy, in the order asked; `here` as there. */
  'history.totals': {
    role: 'view',
    byWindow: true,
    input: z.object({
      ids: z.array(profileIdSchema).min(1).max(mostInRange),
      from: epochMs,
      to: epochMs,
      here: z.boolean().optional(),
    }),
    output: z.array(historyTotalsSchema),
  },
  /** What the history holds, and what the database takes of the disk. Of very many proxies it takes seconds. */
  'history.kept': { role: 'view', byWindow: true, input: nothing, output: historyKeptSchema },
  'events.list': {
    role: 'view',
    byWindow: true,
    input: eventFilterSchema.extend({
      id: profileIdSchema.optional(),
      limit: z.int().min(1).max(1000),
      before: z.int().optional(),
    }),
    output: z.array(proxyEventSchema),
  },
  'events.count': {
    role: 'view',
    byWindow: true,
    input: eventFilterSchema,
    output: eventCountSchema,
  },
} as const;

export const pastTopics = {
  /** In the order in which they were kept. */
  'events.added': { role: 'view', params: nothing, value: z.array(proxyEventSchema) },
} as const;
