import { z } from 'zod';
import { auditCheckingSchema } from '../../model/audit-check.ts';
import { auditFilterSchema, auditOverviewSchema } from '../../model/audit-filter.ts';
import { auditRowSchema, settingsSchema } from '../../model/change.ts';
import { unlockedSchema } from '../../model/lock.ts';
import { argumentSchema, profileIdSchema } from '../../model/profile.ts';
import { boundedText } from '../../model/text.ts';
import { bufferSizeRange, maxArgumentLength } from '../../spcp/request.ts';
import { confirmName } from './profile.ts';

const nothing = z.object({});
const one = z.object({ id: profileIdSchema });
const done = z.null();

/** The calls of the contract about the settings of one proxy, their changes, and the audit log of these. */
export const changeCalls = {
  'settings.read': { role: 'view', byWindow: true, input: one, output: settingsSchema },
  /** `seen` is the value that the administrator saw: another value in force is answered with `not-as-expected`. */
  'change.transformation': {
    role: 'operate',
    input: z.object({
      id: profileIdSchema,
      seen: boundedText(maxArgumentLength).nullable(),
      next: argumentSchema.nullable(),
      confirmName,
    }),
    output: auditRowSchema,
  },
  'change.bufferSize': {
    role: 'operate',
    input: z.object({
      id: profileIdSchema,
      bytes: z.int().min(bufferSizeRange.min).max(bufferSizeRange.max),
      confirmName,
    }),
    output: auditRowSchema,
  },
  'change.undo': {
    role: 'operate',
    input: z.object({ auditId: z.int(), confirmName }),
    output: auditRowSchema,
  },
  /** A read-only profile may be changed for a while; `locks.changed` tells for how long. */
  'change.unlock': { role: 'operate', input: one, output: done },
  'change.lock': { role: 'operate', input: one, output: done },
  /** Newest first; one that cannot be read is left out, and counted by `audit.overview`. */
  'audit.list': {
    role: 'view',
    byWindow: true,
    input: auditFilterSchema.extend({
      id: profileIdSchema.optional(),
      limit: z.int().min(1).max(1000),
      before: z.int().optional(),
    }),
    output: z.array(auditRowSchema),
  },

  /** Who changed anything, and how many entries cannot be read. */
  'audit.overview': { role: 'view', byWindow: true, input: nothing, output: auditOverviewSchema },
} as const;

export const changeTopics = {
  /** Which read-only profiles are unlocked: at once, whenever that changed, and every few seconds while one is. */
  'locks.changed': { role: 'view', params: nothing, value: z.array(unlockedSchema) },
  /** Entries of the audit log that are new or, since they can be taken back no longer or again, different. */
  'audit.changed': { role: 'view', params: nothing, value: z.array(auditRowSchema) },
  /** Computes the chain of the audit log's records again, and tells how far it is; unsubscribing ends it. */
  'audit.verifying': { role: 'view', params: nothing, value: auditCheckingSchema },
} as const;
