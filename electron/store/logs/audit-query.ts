import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type AuditFilter, auditMatcher } from '../../../shared/model/audit-filter.ts';
import { type AuditEntry, auditEntrySchema } from '../../../shared/model/change.ts';
import { type Steps, toEnd } from '../../base/steps.ts';
import { auditColumns } from './audit-chain.ts';
import { readInSteps } from './readable-page.ts';

/** `limit` of those that are wanted, of one profile or of all, with an id below `before` where that is given. */
export interface AuditQuery extends AuditFilter {
  readonly id?: string;
  readonly limit: number;
  readonly before?: number;
}

/** The database looks for what it has columns for; what is searched for in texts is looked for in this many rows at once. */
const rowsAtOnce = 1000;

/** Newest first. Throws what SQLite throws. */
export function listEntries(database: DatabaseSync, query: AuditQuery): AuditEntry[] {
  return toEnd(searchEntries(database, query));
}

/** The same, with a pause between two portions of rows that are searched. */
export function searchEntries(database: DatabaseSync, query: AuditQuery): Steps<AuditEntry[]> {
  const { limit } = query;
  const { where, values } = conditionsOf(query);
  const atOnce = query.text === undefined ? limit : Math.max(limit, rowsAtOnce);
  const page = database.prepare(
    `SELECT ${auditColumns} FROM audit WHERE ${where} ORDER BY id DESC LIMIT :atOnce`,
  );
  const fits = auditMatcher(query);
  const wanted = (row: unknown): AuditEntry | undefined => {
    const entry = readableEntry(row);
    return entry !== undefined && fits(entry) ? entry : undefined;
  };
  return readInSteps({ limit, atOnce, before: query.before }, wanted, (before) =>
    page.all({ ...values, before, atOnce }),
  );
}

/** Without those that cannot be read. */
export function readable(rows: readonly unknown[]): AuditEntry[] {
  return rows.flatMap((row) => readableEntry(row) ?? []);
}

/** Undefined where another release or a fault wrote it: one such row keeps nobody from the others. */
export function readableEntry(row: unknown): AuditEntry | undefined {
  return auditEntrySchema.safeParse(row).data;
}

function conditionsOf(query: AuditQuery): {
  readonly where: string;
  readonly values: Record<string, SQLInputValue>;
} {
  const { id, ids, actor, plan, setting, shell, outcomes, from, to } = query;
  const conditions: readonly (readonly [string, string, SQLInputValue | undefined])[] = [
    ['profile_id = :id', 'id', id],
    ['profile_id IN (SELECT value FROM json_each(:ids))', 'ids', ids && JSON.stringify(ids)],
    ['actor = :actor', 'actor', actor],
    ['plan = :plan', 'plan', plan],
    ['setting = :setting', 'setting', setting],
    ['shell = :shell', 'shell', shell],
    [
      'outcome IN (SELECT value FROM json_each(:outcomes))',
      'outcomes',
      outcomes?.length ? JSON.stringify(outcomes) : undefined,
    ],
    ['at >= :from', 'from', from],
    ['at < :to', 'to', to],
  ];
  const given = conditions.flatMap(([sql, name, value]) =>
    value === undefined ? [] : [{ sql, name, value }],
  );
  return {
    where: ['id >= 0', 'id < :before', ...given.map(({ sql }) => sql)].join(' AND '),
    values: Object.fromEntries(given.map(({ name, value }) => [name, value])),
  };
}
