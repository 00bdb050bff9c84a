import type { DatabaseSync } from 'node:sqlite';
import type { MissedPolls } from '../../../shared/model/history.ts';
import { partOf } from './keys.ts';
import { levels } from './levels.ts';

const { step } = levels.minute;

/** Reads how many polls of a proxy were missed in each minute of a span, `to` excluded, epoch milliseconds; nothing of a proxy without history. */
export function createMissedReader(
  database: DatabaseSync,
): (proxy: number | null, from: number, to: number) => MissedPolls {
  const read = database.prepare(
    `SELECT at - at % ${step} AS start, total(missed) AS missed FROM (
      SELECT at, missed_sum AS missed FROM minute WHERE proxy = :proxy AND at >= :from AND at < :to
      UNION ALL
      SELECT at, missed FROM recent WHERE part = :part AND at >= :from AND at < :to AND proxy = :proxy
    ) GROUP BY start ORDER BY start`,
  );
  return (proxy, from, to) => {
    const part = proxy === null ? null : partOf(proxy);
    const rows = read.all({ proxy, part, from: Math.floor(from / step) * step, to });
    return {
      at: rows.map(({ start }) => Number(start)),
      missed: rows.map(({ missed }) => Number(missed)),
    };
  };
}
