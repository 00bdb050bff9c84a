import type { AuditFilter } from '../../../shared/model/audit-filter.ts';
import type { AuditRow } from '../../../shared/model/change.ts';
import { auditCsvHead, auditCsvLines } from '../../../shared/texts/audit-csv.ts';
import type { Client } from '../../api/client.ts';
import { type ExportRun, eachLogPage } from '../../api/log-pages.ts';

export interface AuditExportOptions extends ExportRun {
  readonly format: 'csv' | 'json';
}

/** Every change that is wanted, oldest first, as a file. A page at a time: no more than one of them is kept as entries. Rejects as a call does. */
export async function exportAudit(
  client: Client,
  filter: AuditFilter,
  { format, ...run }: AuditExportOptions,
): Promise<Blob> {
  const parts: Blob[] = [];
  await eachLogPage(
    (page, signal) => client.call('audit.list', { ...filter, ...page }, signal),
    run,
    (rows) => {
      if (rows.length > 0) parts.unshift(new Blob([partOf(rows, format)]));
    },
  );
  if (format === 'csv') return new Blob([auditCsvHead, ...parts], { type: 'text/csv' });
  const inOneArray = parts.flatMap((part, index) => (index === 0 ? [part] : [',', part]));
  return new Blob(['[', ...inOneArray, '\n]\n'], { type: 'application/json' });
}

/** As JSON an entry on each line. */
function partOf(rows: readonly AuditRow[], format: AuditExportOptions['format']): string {
  const entries = rows.map(({ undoable: _undoable, ...entry }) => entry).reverse();
  if (format === 'csv') return auditCsvLines(entries);
  return entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',');
}
