import { z } from 'zod';
import {
  historyFaultSchema,
  historySecretSchema,
  historySourceSchema,
  historyTestSchema,
} from '../../model/history-from.ts';

const nothing = z.object({});
const one = z.object({ id: z.uuid() });
const done = z.null();

/** A Prometheus that history comes from, and how that goes; never the secret. */
export const historySourceEntrySchema = z.object({
  source: historySourceSchema,
  /** Whether there is a token or password, and whether it was entered for this host. */
  secret: z.enum(['none', 'here', 'elsewhere']),
  /** Why it could not be read the last time; null where it could, or was not asked yet. */
  fault: historyFaultSchema.nullable(),
});
export type HistorySourceEntry = z.infer<typeof historySourceEntrySchema>;

/** The calls of the contract about history that comes from elsewhere. */
export const historyFromCalls = {
  'historyFrom.list': {
    role: 'view',
    byWindow: true,
    input: nothing,
    output: z.array(historySourceEntrySchema),
  },
  /** A new one, or one that is there as it is from now on. A secret of null keeps the one that was entered for this host. */
  'historyFrom.save': {
    role: 'administer',
    input: z.object({ source: historySourceSchema, secret: historySecretSchema.nullable() }),
    output: done,
  },
  'historyFrom.remove': { role: 'administer', input: one, output: done },
  /** Asks it which release it is and what it has of the proxies. */
  'historyFrom.test': { role: 'administer', input: one, output: historyTestSchema },
  /** Those that failed a moment ago may be asked again at once. */
  'historyFrom.again': { role: 'view', byWindow: true, input: nothing, output: done },
} as const;
