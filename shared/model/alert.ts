import { z } from 'zod';
import { alertConditionSchema } from './alert-rule.ts';
import { profileIdSchema } from './profile.ts';
import { boundedText } from './text.ts';
import { epochMs } from './time.ts';

/** Characters of the reason for which an alert is acknowledged. */
export const longestReason = 300;
export const acknowledgeReasonSchema = boundedText(longestReason).trim();

/** Why an alert is over. */
export const alertEnds = ['recovered', 'rule-changed', 'rule-removed', 'proxy-removed'] as const;

/**
 * Something that a rule is about, of one proxy, from when it fired until it is over. `own-network`, which no rule is about, says that this machine
 * reaches none of the proxies; it has no proxy. Those of a rule that fire together have the same `batch`.
 */
export const alertSchema = z.object({
  id: z.uuid(),
  batch: z.uuid(),
  about: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('rule'),
      ruleId: z.uuid(),
      /** Empty where the rule has no name. */
      ruleName: z.string(),
      /** As it was when it fired. */
      condition: alertConditionSchema,
      profileId: profileIdSchema,
      profileName: z.string(),
      /** What was read when it fired, and what is usual in the group; null where it is about neither. */
      value: z.number().nullable(),
      usual: z.number().nullable(),
    }),
    z.object({
      kind: z.literal('own-network'),
      /** How many proxies are not reached, and of how many. */
      lost: z.int(),
      watched: z.int(),
    }),
  ]),
  /** Epoch milliseconds. */
  firedAt: epochMs,
  acknowledged: z.object({ at: epochMs, by: z.string(), reason: z.string() }).nullable(),
  over: z.object({ at: epochMs, why: z.enum(alertEnds) }).nullable(),
});
export type Alert = z.infer<typeof alertSchema>;

/** The number of a rule's alert that was beyond its limit, with both; null of what is about none. */
export function beyondOf({ condition, value }: Extract<Alert['about'], { kind: 'rule' }>) {
  if (condition.kind !== 'metric' || value === null) return null;
  const { metric, direction, raise: limit } = condition;
  return { metric, direction, value, limit };
}

/** What is told of alerts that belong together: that they fired, still hold, or are over. */
export const alertNewsSchema = z.object({
  kind: z.enum(['fired', 'again', 'over']),
  alerts: z.array(alertSchema).min(1),
});
export type AlertNews = z.infer<typeof alertNewsSchema>;

/**
 * What a rule would have fired in the last day. `basis`: what that is told by: means of each minute, events, or nothing that is kept. `looked`: at so
 * many of the `proxies` that the rule is for.
 */
export const wouldFireSchema = z.object({
  basis: z.enum(['minutes', 'events', 'nothing']),
  looked: z.int(),
  proxies: z.int(),
  /** In so many minutes of the day what is kept says anything of the number, of one of them at least; null where it is told by events. */
  knownMinutes: z.int().nullable(),
  /** Epoch milliseconds; `to` is null where it had not ended. */
  spans: z.array(z.object({ profileId: profileIdSchema, from: epochMs, to: epochMs.nullable() })),
});
export type WouldFireAnswer = z.infer<typeof wouldFireSchema>;
