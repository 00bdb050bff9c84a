import type { AuditFilter } from '../../../shared/model/audit-filter.ts';
import type { AuditEntry } from '../../../shared/model/change.ts';
import type { Client } from '../../api/client.ts';

/** Rows that are asked for at once. */
const pageSize = 1000;

/** Every change that is wanted, oldest first. Rejects as a call does. */
export async function allEntries(
  client: Client,
  filter: AuditFilter,
): Promise<readonly AuditEntry[]> {
  const found: AuditEntry[] = [];
  for (let before: number | undefined; ; before = found.at(-1)?.id) {
    const page = await client.call('audit.list', {
      ...filter,
      limit: pageSize,
      ...(before === undefined ? {} : { before }),
    });
    for (const { undoable: _undoable, ...entry } of page) found.push(entry);
    if (page.length < pageSize) return found.reverse();
  }
}
