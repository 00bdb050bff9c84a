import { z } from 'zod';
import { changeOutcomes, type Shell, shells } from './change-words.ts';
import { profileIdSchema, profileNameSchema } from './profile.ts';
import { epochMs } from './time.ts';

/** A buffer size that was set from here: which, when (epoch milliseconds), and by whom. */
export const sizeSetSchema = z.object({ bytes: z.int(), at: epochMs, actor: z.string() });
export type SizeSet = z.infer<typeof sizeSetSchema>;

/** What the settings of one proxy are known to be. */
export const settingsSchema = z.object({
  /** The command in force when it was read, null for none. */
  transformation: z.string().nullable(),
  /** Epoch milliseconds. */
  readAt: epochMs,
  /** What this app last set with an OK; SPCP cannot read the size back. */
  bufferSize: sizeSetSchema.nullable(),
  /** What it asked for after that, without an OK: some servers refuse a size and apply it all the same, so that nobody knows which holds. */
  bufferSizeInDoubt: sizeSetSchema.nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;
export type BufferSizes = Pick<Settings, 'bufferSize' | 'bufferSizeInDoubt'>;

/** What is to become of one setting. `seen`: the transformation that the administrator saw in force. */
export type Change =
  | {
      readonly setting: 'transformation';
      readonly seen: string | null;
      readonly next: string | null;
    }
  | { readonly setting: 'bufferSize'; readonly bytes: number };

/** From where a change is made. */
export interface Origin {
  readonly shell: Shell;
  readonly remote: string | null;
}

/** On whose word a change is made: the operating system's user name, who sat elsewhere, as far as is known, and by which shell. */
export const authorSchema = z.object({
  actor: z.string(),
  remote: z.string().nullable(),
  /** Null in what was written before it was kept. */
  shell: z.enum(shells).nullable().default(null),
});
export type Author = z.infer<typeof authorSchema>;

/** One line of the audit log: who changed what, from what, to what, and what was read back. */
export const auditEntrySchema = z.object({
  id: z.int(),
  at: epochMs,
  profileId: profileIdSchema,
  profileName: profileNameSchema,
  /** The operating system's user name. */
  actor: z.string(),
  setting: z.enum(['transformation', 'bufferSize']),
  before: z.string().nullable(),
  requested: z.string().nullable(),
  after: z.string().nullable(),
  outcome: z.enum(changeOutcomes),
  /** The audit entry that this one took back. */
  undoes: z.int().nullable(),
  /** The plan that it was a step of. */
  plan: z.uuid().nullable(),
  /** By which of the app's shells it was made; null for what was written before that was kept. */
  shell: z.enum(shells).nullable().default(null),
  /** Who sat elsewhere, as far as this machine knows: over SSH, behind sudo, in a browser. */
  remote: z.string().nullable().default(null),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** An entry as it is told: with whether it can be taken back now. */
export const auditRowSchema = auditEntrySchema.extend({ undoable: z.boolean() });
export type AuditRow = z.infer<typeof auditRowSchema>;
