import { z } from 'zod';
import {
  metricsSettingsSchema,
  metricsStateSchema,
  metricsTokenSchema,
} from '../../model/metrics-service.ts';

const nothing = z.object({});

/** The calls of the contract about what the console serves for Prometheus. */
export const metricsCalls = {
  'metrics.state': {
    role: 'administer',
    byWindow: true,
    input: nothing,
    output: metricsStateSchema,
  },
  /** Holds at once; how that goes says the state. A token of null keeps the one that there is; settings without one forget it. */
  'metrics.save': {
    role: 'administer',
    input: z.object({ settings: metricsSettingsSchema, token: metricsTokenSchema.nullable() }),
    output: z.null(),
  },
  /** Tries again now: the port may be free, or a file another. */
  'metrics.again': { role: 'administer', input: nothing, output: z.null() },
} as const;

export const metricsTopics = {
  /** After every change. */
  'metrics.changed': { role: 'administer', params: nothing, value: metricsStateSchema },
} as const;
