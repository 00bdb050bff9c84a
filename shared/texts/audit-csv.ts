import type { AuditEntry } from '../model/change.ts';
import { csvLines } from './csv.ts';

const fields = [
  'id',
  'at',
  'actor',
  'profileName',
  'profileId',
  'setting',
  'before',
  'requested',
  'after',
  'outcome',
  'undoes',
  'plan',
  'shell',
  'remote',
] as const satisfies readonly (keyof AuditEntry)[];

/** The names of the fields, as a line of CSV. */
export const auditCsvHead = csvLines([fields]);

/** A line of CSV for each entry: times are ISO 8601 in UTC, and what is not there is an empty field. */
export function auditCsvLines(entries: readonly AuditEntry[]): string {
  return csvLines(
    entries.map((entry) =>
      fields.map((name) =>
        name === 'at' ? new Date(entry.at).toISOString() : String(entry[name] ?? ''),
      ),
    ),
  );
}
