import { z } from 'zod';
import { errorValue } from '../facts/errors.ts';
import { storageErrors } from '../facts/storage-errors.ts';

/**
 * Whether the records of the audit log are those that were written. `head` is the hash of the last one. `wrong` is the first record that is not as
 * it was, or that is gone, or the entry that is not what its records say.
 */
export const auditCheckSchema = z.discriminatedUnion('whole', [
  z.object({ whole: z.literal(true), records: z.int(), head: z.string() }),
  z.object({
    whole: z.literal(false),
    records: z.int(),
    wrong: storageErrors['audit-altered'],
  }),
]);
export type AuditCheck = z.infer<typeof auditCheckSchema>;

/** How far the check is: records and entries that were checked, of all that were there when it began. */
export const auditProgressSchema = z.object({ checked: z.int(), of: z.int() });
export type AuditProgress = z.infer<typeof auditProgressSchema>;

/** What a window that has the log checked hears: how far it is, and then what was found or why nothing was. */
export const auditCheckingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('checking'), ...auditProgressSchema.shape }),
  z.object({ kind: z.literal('done'), check: auditCheckSchema }),
  z.object({ kind: z.literal('failed'), error: errorValue }),
]);
export type AuditChecking = z.infer<typeof auditCheckingSchema>;
