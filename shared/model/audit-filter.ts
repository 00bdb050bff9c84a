import { z } from 'zod';
import type { AuditEntry } from './change.ts';
import { changeOutcomes, shells } from './change-words.ts';
import { logFilterSchema, logMatcher } from './log-filter.ts';

/** Which entries of the audit log are wanted: those for which everything holds that is given. Searched is what a person reads of an entry. */
export const auditFilterSchema = logFilterSchema.extend({
  actor: z.string().max(300).optional(),
  plan: z.uuid().optional(),
  setting: z.enum(['transformation', 'bufferSize']).optional(),
  shell: z.enum(shells).optional(),
  outcomes: z.array(z.enum(changeOutcomes)).max(changeOutcomes.length).readonly().optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** Tells whether an entry is one of those that are wanted. */
export function auditMatcher(filter: AuditFilter): (entry: AuditEntry) => boolean {
  const { actor, plan, setting, shell, outcomes } = filter;
  const fits = logMatcher<AuditEntry>(filter, (entry) =>
    [
      entry.profileName,
      entry.actor,
      entry.remote,
      entry.before,
      entry.requested,
      entry.after,
    ].filter((text) => text !== null),
  );
  return (entry) =>
    (actor === undefined || entry.actor === actor) &&
    (plan === undefined || entry.plan === plan) &&
    (setting === undefined || entry.setting === setting) &&
    (shell === undefined || entry.shell === shell) &&
    (outcomes === undefined || outcomes.length === 0 || outcomes.includes(entry.outcome)) &&
    fits(entry);
}

/** What the log has to choose from, and how many of its entries cannot be read, so that no list shows them. */
export const auditOverviewSchema = z.object({
  actors: z.array(z.string()),
  unreadable: z.int(),
});
export type AuditOverview = z.infer<typeof auditOverviewSchema>;
