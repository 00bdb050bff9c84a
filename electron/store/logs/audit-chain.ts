import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { AuditCheck } from '../../../shared/model/audit-check.ts';
import { type AuditEntry, auditEntrySchema } from '../../../shared/model/change.ts';
import { epochMs } from '../../../shared/model/time.ts';
import { type Steps, toEnd } from '../../base/steps.ts';
import { thisWriter } from '../../base/writer.ts';
import { parsedJson } from '../database/read-json.ts';
import { anyInteger } from '../database/readable-time.ts';

/**
 * What a record tells of its entry: it was begun, or concluded; both at once; what it came to was found out later; or it was taken over from a
 * file without records, of an older release or a damaged one.
 */
export const recordKinds = [
  'begun',
  'concluded',
  'recorded',
  'found-out',
  'kept',
  'salvaged',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Its fields are in the schema's order, whatever the order in which they were written: two entries that are the same are the same text. */
const bodySchema = z.object({
  kind: z.enum(recordKinds),
  /** When it was written, epoch milliseconds. */
  at: epochMs,
  /** The process that wrote it. */
  writer: z.string(),
  entry: auditEntrySchema,
});

/** As the fields of an entry are named, of the table that had records first. */
export const firstAuditColumns = `id, ${anyInteger('at')}, profile_id AS profileId, profile_name AS profileName, actor, setting, before, requested, after, outcome, ${anyInteger('undoes')}, plan`;
export const auditColumns = `${firstAuditColumns}, shell, remote`;

/** Adds a record; to be called within a transaction of its own or of its entry. */
export function appendRecord(
  database: DatabaseSync,
  kind: RecordKind,
  entry: AuditEntry,
  at: number,
): void {
  const last = database.prepare('SELECT hash FROM audit_record ORDER BY seq DESC LIMIT 1').get();
  const body = JSON.stringify({
    kind,
    at,
    writer: thisWriter,
    entry: auditEntrySchema.parse(entry),
  });
  database
    .prepare('INSERT INTO audit_record (entry, body, hash) VALUES (?, ?, ?)')
    .run(entry.id, body, hashOf(String(last?.hash ?? ''), body));
}

/** Records for all entries as they are now, of a log that had none. */
export function chainEntries(
  database: DatabaseSync,
  kind: 'kept' | 'salvaged',
  columns = auditColumns,
): void {
  for (const row of database.prepare(`SELECT ${columns} FROM audit ORDER BY id`).iterate()) {
    const { success, data } = auditEntrySchema.safeParse(row);
    if (success) appendRecord(database, kind, data, data.at);
  }
}

/** Computes the chain again, and holds the entries against what their records say. Throws what SQLite throws. */
export function verifyChain(database: DatabaseSync): AuditCheck {
  return toEnd(checkChain(database));
}

/** The same, pausing after each record and each entry. */
export function* checkChain(database: DatabaseSync): Steps<AuditCheck> {
  const said = new Map<number, string>();
  let head = '';
  let records = 0;
  let before = 0;
  for (const row of database
    .prepare('SELECT seq, entry, body, hash FROM audit_record ORDER BY seq')
    .iterate()) {
    const seq = Number(row.seq);
    const entry = Number(row.entry);
    const body = String(row.body);
    records++;
    // A transaction that was rolled back gives its number back: a gap is a record that is gone.
    if (seq !== before + 1)
      return { whole: false, records, wrong: { case: 'missing', after: before } };
    const { success, data } = bodySchema.safeParse(parsedJson(body));
    head = hashOf(head, body);
    if (head !== row.hash || !success || data.entry.id !== entry)
      return { whole: false, records, wrong: { case: 'record', seq, entry } };
    said.set(entry, JSON.stringify(data.entry));
    before = seq;
    yield;
  }
  const given = database
    .prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'audit_record'`)
    .get();
  if (Number(given?.seq ?? 0) !== before)
    return { whole: false, records, wrong: { case: 'missing', after: before } };
  for (const row of database.prepare(`SELECT ${auditColumns} FROM audit ORDER BY id`).iterate()) {
    const entry = Number(row.id);
    const { success, data } = auditEntrySchema.safeParse(row);
    if (!success || said.get(entry) !== JSON.stringify(data))
      return { whole: false, records, wrong: { case: 'entry', entry } };
    said.delete(entry);
    yield;
  }
  const [gone] = said.keys();
  if (gone !== undefined) return { whole: false, records, wrong: { case: 'entry', entry: gone } };
  return { whole: true, records, head };
}

function hashOf(before: string, body: string): string {
  return createHash('sha256').update(`${before}\n${body}`).digest('hex');
}
