import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { type AuditEntry, auditEntrySchema } from '../../../shared/model/change.ts';
import { auditColumns, chainEntries } from '../logs/audit-chain.ts';
import { transaction } from './database-access.ts';

/**
 * Takes over the audit log of a database that was set aside, as far as it can be read: readings come again, a record of changes does not.
 * Answers how many entries were taken. Throws what writing to the new database throws.
 */
export function salvageAudit(damagedPath: string, into: DatabaseSync): number {
  const entries = readEntries(damagedPath);
  const insert = into.prepare(
    `INSERT INTO audit (id, at, profile_id, profile_name, actor, setting, before, requested, after, outcome, undoes, plan, shell, remote)
     VALUES (:id, :at, :profileId, :profileName, :actor, :setting, :before, :requested, :after, :outcome, :undoes, :plan, :shell, :remote)`,
  );
  transaction(into, () => {
    for (const entry of entries) insert.run({ ...entry });
    chainEntries(into, 'salvaged');
  });
  return entries.length;
}

/** By id, each once. */
function readEntries(path: string): readonly AuditEntry[] {
  const found = new Map<number, AuditEntry>();
  // SQLite throws the journal of an empty database away, and the journal may be all that is left.
  if (statSync(path).size === 0) return [];
  let damaged: DatabaseSync | null = null;
  try {
    damaged = new DatabaseSync(path, { readOnly: true });
    // From both ends: what lies behind a damaged page is reached from the other side.
    for (const order of ['ASC', 'DESC']) readUntilDamage(damaged, order, found);
  } catch {
    // No database at all: there is nothing to take, and the file is kept for whoever knows better.
  } finally {
    damaged?.close();
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

function readUntilDamage(
  damaged: DatabaseSync,
  order: string,
  found: Map<number, AuditEntry>,
): void {
  // Releases before had fewer columns.
  const there = new Set(
    damaged
      .prepare(`SELECT name FROM pragma_table_info('audit')`)
      .all()
      .map(({ name }) => name),
  );
  const columns = auditColumns
    .split(', ')
    .map((column) =>
      there.has(/^(?:CAST\()?(\w+)/.exec(column)?.[1] ?? '') ? column : `NULL AS ${column}`,
    )
    .join(', ');
  const rows = damaged.prepare(`SELECT ${columns} FROM audit ORDER BY id ${order}`).iterate();
  try {
    for (const row of rows) {
      const { success, data } = auditEntrySchema.safeParse(row);
      if (success) found.set(data.id, data);
    }
  } catch {
    // The damaged page: what came before it counts.
  }
}
