import { z } from 'zod';
import { policySchema } from './policy.ts';

/** Who named the file: the configuration of the system, or the environment of the process. */
export const managedSources = ['system', 'environment'] as const;
export type ManagedSource = (typeof managedSources)[number];

/** What is managed here, as windows see it. */
export const managedStateSchema = z.object({
  /** Who says so: the organisation, or the file where that names none. */
  by: z.string(),
  file: z.string(),
  source: z.enum(managedSources),
  /** The names of the preferences that cannot be chosen. */
  locked: z.array(z.string()),
  policy: policySchema,
});
export type ManagedState = z.infer<typeof managedStateSchema>;
