import { z } from 'zod';
import {
  acknowledgeReasonSchema,
  alertNewsSchema,
  alertSchema,
  wouldFireSchema,
} from '../../model/alert.ts';
import { alertRuleSchema, maintenanceSchema } from '../../model/alert-rule.ts';
import {
  webhookOutcomeSchema,
  webhookSecretSchema,
  webhookStateSchema,
  webhookUrlSchema,
} from '../../model/webhook.ts';

const nothing = z.object({});
const one = z.object({ id: z.uuid() });
const done = z.null();

/** So many alerts can be acknowledged at once. */
const mostAtOnce = 10_000;

/** The calls of the contract about alerts. */
export const alertCalls = {
  /** Those that are not over. */
  'alerts.list': { role: 'view', byWindow: true, input: nothing, output: z.array(alertSchema) },
  /** Those that are over, the last to end first. */
  'alerts.past': {
    role: 'view',
    byWindow: true,
    input: z.object({ limit: z.int().min(1).max(1000) }),
    output: z.array(alertSchema),
  },
  /** Those of these that are open are told no more until they are over. */
  'alerts.acknowledge': {
    role: 'operate',
    input: z.object({
      ids: z.array(z.uuid()).min(1).max(mostAtOnce),
      reason: acknowledgeReasonSchema,
    }),
    output: done,
  },
  'alerts.rules': {
    role: 'view',
    byWindow: true,
    input: nothing,
    output: z.array(alertRuleSchema),
  },
  /** A new rule, or one that is there as it is from now on. Throws `invalid-input` where there are too many. */
  'alerts.saveRule': { role: 'administer', input: alertRuleSchema, output: done },
  /** What it fired is over. */
  'alerts.removeRule': { role: 'administer', input: one, output: done },
  /** What it would have fired in the last day; it need not be saved. */
  'alerts.wouldFire': {
    role: 'view',
    byWindow: true,
    input: alertRuleSchema,
    output: wouldFireSchema,
  },
  'alerts.maintenance': {
    role: 'view',
    byWindow: true,
    input: nothing,
    output: z.array(maintenanceSchema),
  },
  'alerts.saveMaintenance': { role: 'operate', input: maintenanceSchema, output: done },
  'alerts.removeMaintenance': { role: 'operate', input: one, output: done },
  /** Where alerts are sent to, and how that goes; never the secret. */
  'alerts.webhook': {
    role: 'administer',
    byWindow: true,
    input: nothing,
    output: webhookStateSchema,
  },
  /** Null ends it. A secret of null keeps the one that was entered for this host. */
  'alerts.setWebhook': {
    role: 'administer',
    input: z.object({ url: webhookUrlSchema.nullable(), secret: webhookSecretSchema.nullable() }),
    output: done,
  },
  /** Sends a message that says that it is a test, once. */
  'alerts.testWebhook': { role: 'administer', input: nothing, output: webhookOutcomeSchema },
} as const;

export const alertTopics = {
  'alerts.changed': {
    role: 'view',
    params: nothing,
    value: z.object({ changed: z.array(alertSchema), removed: z.array(z.uuid()) }),
  },
  'alerts.rulesChanged': { role: 'view', params: nothing, value: z.array(alertRuleSchema) },
  'alerts.maintenanceChanged': { role: 'view', params: nothing, value: z.array(maintenanceSchema) },
  'alerts.webhookChanged': { role: 'administer', params: nothing, value: webhookStateSchema },
  /** What people are to be told, once for all windows of this console. */
  'alerts.news': { role: 'view', params: nothing, value: alertNewsSchema },
} as const;
