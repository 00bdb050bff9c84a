import type { DatabaseSync } from 'node:sqlite';
import { type EventDetail, eventDetails } from '../../../shared/facts/events.ts';
import { valueAfter } from '../../../shared/model/change-effect.ts';
import type { HistoryMark } from '../../../shared/model/history.ts';
import { isCount } from '../database/readable-time.ts';
import { auditColumns } from '../logs/audit-chain.ts';
import { readableEntry } from '../logs/audit-query.ts';
import type { RangePlan, RangeQuery } from './levels.ts';

/** The restarts and changes in a range, be they of others, in the order of time: of several of a kind in one bucket the last. */
export function createMarksReader(
  database: DatabaseSync,
): (query: RangeQuery, plan: Pick<RangePlan, 'origin' | 'width'>) => HistoryMark[] {
  const restarts = database.prepare(
    `SELECT max(at) AS at, count(*) AS count FROM restart WHERE proxy = ? AND at >= ? AND at < ? GROUP BY CAST((at - ?) / ? AS INTEGER)`,
  );
  const changes = database.prepare(
    `SELECT ${auditColumns}, count FROM audit JOIN (
       SELECT max(id) AS last, count(*) AS count FROM audit
       WHERE profile_id = ? AND at >= ? AND at < ? AND ${isCount('id')} AND outcome IN ('verified', 'unverified', 'mismatch')
       GROUP BY CAST((at - ?) / ? AS INTEGER)) ON id = last`,
  );
  const others = database.prepare(
    `SELECT at, detail, count FROM event JOIN (
       SELECT max(id) AS last, count(*) AS count FROM event
       WHERE profile_id = ? AND at >= ? AND at < ? AND ${isCount('id')} AND kind = 'changed-elsewhere'
       GROUP BY CAST((at - ?) / ? AS INTEGER)) ON id = last`,
  );
  return ({ proxy, profileId, from, to }, { origin, width }) => {
    const ofRestarts = restarts.all(proxy, from, to, origin, width).map((row): HistoryMark => {
      return { kind: 'restart', at: Number(row.at), ...several(row.count) };
    });
    const ofChanges = changes
      .all(profileId, from, to, origin, width)
      .flatMap((row): HistoryMark[] => {
        const entry = readableEntry(row);
        if (entry === undefined) return [];
        const { id, at, setting, before, actor, shell, outcome } = entry;
        const to = valueAfter(entry);
        const what = { setting, from: before, to, who: actor, shell, outcome, auditId: id };
        return [{ kind: 'change', at, ...what, ...several(row.count) }];
      });
    const ofOthers = others
      .all(profileId, from, to, origin, width)
      .flatMap((row): HistoryMark[] => {
        const detail = elsewhereOf(String(row.detail));
        if (detail === null) return [];
        const { until: _until, ...what } = detail;
        return [{ kind: 'elsewhere', at: Number(row.at), ...what, ...several(row.count) }];
      });
    return [...ofRestarts, ...ofChanges, ...ofOthers].sort((a, b) => a.at - b.at);
  };
}

/** What another release stored may be what this one cannot read. */
function elsewhereOf(json: string): EventDetail<'changed-elsewhere'> | null {
  try {
    return eventDetails['changed-elsewhere'].safeParse(JSON.parse(json)).data ?? null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Of how many a mark is the last, where that is more than one. */
function several(count: unknown): { readonly count?: number } {
  return Number(count) > 1 ? { count: Number(count) } : {};
}
