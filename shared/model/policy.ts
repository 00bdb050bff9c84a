import { z } from 'zod';
import { metricsPolicySchema } from './metrics-service.ts';
import { updateFeedSchema } from './updates.ts';
import { vaultKinds } from './vault.ts';

/** What whoever runs this machine ordains; each part may be left out, and then leaves the choice to the user. */
export const policySchema = z.object({
  /** The kinds of vault that may be used; the first that works here is in use until the user chooses another of them. */
  vaults: z.array(z.enum(vaultKinds)).min(1).optional(),
  /** False: no export has secrets in it. */
  exportSecrets: z.boolean().optional(),
  /** False: no transformation is tried on this machine. */
  tryHere: z.boolean().optional(),
  /** False: the app looks for no updates of its own. */
  updates: z.boolean().optional(),
  /** Where updates are, in place of where the build says; signed by the same. */
  updateFeed: updateFeedSchema.optional(),
  /** Whether the installed desktop app is started when its user logs in. */
  startAtLogin: z.boolean().optional(),
  /** False: no alert is sent to a webhook. */
  webhook: z.boolean().optional(),
  /** False: no history comes from a Prometheus. */
  historyFrom: z.boolean().optional(),
  /** False: no metrics are served for Prometheus, but by the options of a command; else where they are. */
  metrics: metricsPolicySchema.optional(),
  /** False: no console on another machine is opened from this one. */
  remoteConsoles: z.boolean().optional(),
});
export type Policy = z.infer<typeof policySchema>;

/** What holds where a policy is there and cannot be read: what it may have forbidden is forbidden. */
export const strictestPolicy = {
  vaults: ['session'],
  exportSecrets: false,
  tryHere: false,
  updates: false,
  webhook: false,
  historyFrom: false,
  metrics: false,
  remoteConsoles: false,
} as const satisfies Policy;
