import { z } from 'zod';
import { changeOutcomes } from '../model/change-words.ts';
import { type StorageTrouble, storageTroubles } from '../model/storage-trouble.ts';
import { cases, text } from './facts.ts';

/** The operating system's code, or SQLite's. */
const cause = text;

/** A file or directory that cannot be read or written. */
export const unusable = { path: text, reason: z.enum(storageTroubles), cause } as const;

/** The facts of `unusable`. */
export interface Unusable {
  readonly path: string;
  readonly reason: StorageTrouble;
  readonly cause: string;
}

export const storageErrors = {
  'storage-full': cases({
    file: unusable,
    /** What a command prints. */
    output: { cause },
  }),
  'storage-failed': cases({
    file: unusable,
    /** A path that the user named for what is written or read once. */
    chosen: unusable,
    newer: { path: text, version: z.int() },
    output: { cause },
    /** A change that reached the proxy and could not be recorded. */
    audit: { name: text, outcome: z.enum(changeOutcomes) },
    /** The audit log has no file that it could be kept in. */
    'not-kept': {},
  }),
  /** The records of the audit log are not those that were written; `seq` numbers them. */
  'audit-altered': cases({
    record: { seq: z.int(), entry: z.int() },
    entry: { entry: z.int() },
    missing: { after: z.int() },
  }),
  'backup-refused': cases({
    /** Something is there already. */
    exists: { path: text },
    /** The backup would lie in what it is the backup of. */
    inside: { path: text },
    /** There is nothing to back up. */
    nothing: { path: text },
    /** What is to be backed up cannot be read. */
    'source-damaged': { path: text, file: text },
    /** There is no backup, or none that is whole. */
    none: { path: text },
    newer: { path: text, version: z.int() },
    damaged: { path: text, file: text },
    /** A console has the data directory open. */
    'in-use': { path: text },
  }),
  'file-damaged': z.object({ path: text }),
} as const;
