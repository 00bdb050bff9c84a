import { z } from 'zod';
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
