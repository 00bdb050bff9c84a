import type { DatabaseSync } from 'node:sqlite';
import { valueAfter } from '../../../shared/model/change.ts';
import type { HistoryMark } from '../../../shared/model/history.ts';
import { toAuditEntry } from '../logs/audit.ts';
import { auditColumns } from '../logs/audit-chain.ts';
import type { RangePlan, RangeQuery } from './levels.ts';

/** The restarts and changes in a range, in the order of time: of several of a kind in one bucket the last. */
export function createMarksReader(
  database: DatabaseSync,
): (query: RangeQuery, plan: Pick<RangePlan, 'origin' | 'width'>) => HistoryMark[] {
  const restarts = database.prepare(
    `SELECT max(at) AS at, count(*) AS count FROM restart WHERE proxy = ? AND at >= ? AND at < ? GROUP BY CAST((at - ?) / ? AS INTEGER)`,
  );
  const changes = database.prepare(
    `SELECT ${auditColumns}, count FROM audit JOIN (
       SELECT max(id) AS last, count(*) AS count FROM audit
       WHERE profile_id = ? AND at >= ? AND at < ? AND outcome IN ('verified', 'unverified', 'mismatch')
       GROUP BY CAST((at - ?) / ? AS INTEGER)) ON id = last`,
  );
  return ({ proxy, profileId, from, to }, { origin, width }) => {
    const ofRestarts = restarts.all(proxy, from, to, origin, width).map((row): HistoryMark => {
      return { kind: 'restart', at: Number(row.at), ...several(row.count) };
    });
    const ofChanges = changes.all(profileId, from, to, origin, width).map((row): HistoryMark => {
      const entry = toAuditEntry(row);
      const { id, at, setting, before, actor, outcome } = entry;
      const to = valueAfter(entry);
      return {
        kind: 'change',
        at,
        setting,
        from: before,
        to,
        who: actor,
        outcome,
        auditId: id,
        ...several(row.count),
      };
    });
    return [...ofRestarts, ...ofChanges].sort((a, b) => a.at - b.at);
  };
}

/** Of how many a mark is the last, where that is more than one. */
function several(count: unknown): { readonly count?: number } {
  return Number(count) > 1 ? { count: Number(count) } : {};
}
