import { z } from 'zod';
import { type AuditEntry, changeOutcomes, shells } from './change.ts';
import { profileIdSchema } from './profile.ts';
import { searcher } from './search.ts';
import { epochMs } from './time.ts';

/** The most profiles that a filter can name. */
const mostIds = 20_000;

/**
 * Which entries of the audit log are wanted: those for which everything holds that is given. `text`: words that stand somewhere in what a person
 * reads of an entry. `from` and `to` are epoch milliseconds, `to` the first that is not meant.
 */
export const auditFilterSchema = z.object({
  text: z.string().max(300).optional(),
  ids: z.array(profileIdSchema).max(mostIds).readonly().optional(),
  actor: z.string().max(300).optional(),
  plan: z.uuid().optional(),
  setting: z.enum(['transformation', 'bufferSize']).optional(),
  shell: z.enum(shells).optional(),
  outcomes: z.array(z.enum(changeOutcomes)).max(changeOutcomes.length).readonly().optional(),
  from: epochMs.optional(),
  to: epochMs.optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** Tells whether an entry is one of those that are wanted. */
export function auditMatcher(filter: AuditFilter): (entry: AuditEntry) => boolean {
  const { actor, plan, setting, shell, outcomes, from = -Infinity, to = Infinity } = filter;
  const ids = filter.ids === undefined ? null : new Set(filter.ids);
  const says = searcher(filter.text ?? '');
  return (entry) =>
    (ids === null || ids.has(entry.profileId)) &&
    (actor === undefined || entry.actor === actor) &&
    (plan === undefined || entry.plan === plan) &&
    (setting === undefined || entry.setting === setting) &&
    (shell === undefined || entry.shell === shell) &&
    (outcomes === undefined || outcomes.length === 0 || outcomes.includes(entry.outcome)) &&
    entry.at >= from &&
    entry.at < to &&
    says(
      [
        entry.profileName,
        entry.actor,
        entry.remote,
        entry.before,
        entry.requested,
        entry.after,
      ].filter((text) => text !== null),
    );
}

/** What the log has to choose from, and how many of its entries cannot be read, so that no list shows them. */
export const auditOverviewSchema = z.object({
  actors: z.array(z.string()),
  unreadable: z.int(),
});
export type AuditOverview = z.infer<typeof auditOverviewSchema>;
