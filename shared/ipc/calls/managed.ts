import { z } from 'zod';
import { managedStateSchema } from '../../model/managed.ts';

const nothing = z.object({});

/** The calls of the contract about what the administrators of this machine ordain. */
export const managedCalls = {
  /** Null where nothing is managed. */
  'managed.state': {
    role: 'view',
    byWindow: true,
    input: nothing,
    output: managedStateSchema.nullable(),
  },
} as const;

export const managedTopics = {
  /** After every change. */
  'managed.changed': { role: 'view', params: nothing, value: managedStateSchema.nullable() },
} as const;
