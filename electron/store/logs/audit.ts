import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../../shared/errors.ts';
import { type AuditEntry, auditEntrySchema } from '../../../shared/model/change.ts';
import { storing, transaction } from '../database/database-access.ts';

/** The record of every change, which is never pruned. Methods throw `storage-full` and `storage-failed`. */
export interface AuditLog {
  /** Throws `storage-failed` also where the database is one in memory: a record that ends with the process is none. */
  add(entry: Omit<AuditEntry, 'id'>): AuditEntry;
  get(id: number): AuditEntry | undefined;
  /** What was last set from here with an OK; SPCP cannot read it back. Null where nothing was. */
  lastBufferSize(profileId: string): { readonly bytes: number; readonly at: number } | null;
  /** The entries of one setting, newest first, back to the newest that took effect; all of them where none did. */
  recent(profileId: string, setting: AuditEntry['setting']): AuditEntry[];
  /** Newest first, all of them or one profile's; `before` is an id. */
  list(query: { id?: string; limit: number; before?: number }): AuditEntry[];
}

/** As the fields of an entry are named. */
export const auditColumns = `id, at, profile_id AS profileId, profile_name AS profileName, actor, setting, before, requested, after, outcome, undoes`;

export function createAuditLog(database: DatabaseSync): AuditLog {
  const insert = database.prepare(
    `INSERT INTO audit (at, profile_id, profile_name, actor, setting, before, requested, after, outcome, undoes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ${auditColumns}`,
  );
  const one = database.prepare(`SELECT ${auditColumns} FROM audit WHERE id = ?`);
  const newest = database.prepare(
    `SELECT ${auditColumns} FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?`,
  );
  const newestOf = database.prepare(
    `SELECT ${auditColumns} FROM audit WHERE profile_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  );
  const lastSize = database.prepare(
    `SELECT requested, at FROM audit
     WHERE profile_id = ? AND setting = 'bufferSize' AND outcome = 'unverified' ORDER BY id DESC LIMIT 1`,
  );
  const recent = database.prepare(
    `SELECT ${auditColumns} FROM audit
     WHERE profile_id = :id AND setting = :setting AND id >= coalesce((
       SELECT max(id) FROM audit
       WHERE profile_id = :id AND setting = :setting AND outcome IN ('verified', 'unverified', 'mismatch')), 0)
     ORDER BY id DESC`,
  );
  return {
    add: (entry) =>
      // With a COMMIT of its own: where the one that SQLite makes of a single statement fails, Node tells nobody.
      transaction(database, () => {
        if (database.location() === null)
          throw new AppError('storage-failed', { case: 'not-kept' });
        const { at, profileId, profileName, actor, setting } = entry;
        const { before, requested, after, outcome, undoes } = entry;
        const row = insert.get(
          Math.round(at),
          profileId,
          profileName,
          actor,
          setting,
          before,
          requested,
          after,
          outcome,
          undoes,
        );
        return toAuditEntry(row);
      }),
    get: (id) =>
      storing(database, () => {
        const row = one.get(id);
        return row && toAuditEntry(row);
      }),
    lastBufferSize: (profileId) =>
      storing(database, () => {
        const row = lastSize.get(profileId);
        return row ? { bytes: Number(row.requested), at: Number(row.at) } : null;
      }),
    recent: (id, setting) => storing(database, () => recent.all({ id, setting }).map(toAuditEntry)),
    list: ({ id, limit, before = Number.MAX_SAFE_INTEGER }) =>
      storing(database, () =>
        (id === undefined ? newest.all(before, limit) : newestOf.all(id, before, limit)).map(
          toAuditEntry,
        ),
      ),
  };
}

export function toAuditEntry(row: unknown): AuditEntry {
  return auditEntrySchema.parse(row);
}
