import type { DatabaseSync } from 'node:sqlite';
import type { MissedPolls } from '../../../shared/model/history.ts';
import { levels } from './levels.ts';
import { metrics } from './readings.ts';
import type { Recent } from './recent.ts';
import { startOf } from './summed-up.ts';

const { step } = levels.minute;
const missed = metrics.indexOf('missed');

/** Reads how many polls of a proxy were missed in each minute of a span, `to` excluded, epoch milliseconds; nothing of a proxy without history. */
export function createMissedReader(
  database: DatabaseSync,
  recent: Pick<Recent, 'ofProxy'>,
): (proxy: number | null, from: number, to: number) => MissedPolls {
  const read = database.prepare(
    'SELECT at, missed_sum AS missed FROM minute WHERE proxy = ? AND at >= ? AND at < ? ORDER BY at',
  );
  return (proxy, from, to) => {
    const start = startOf(from, step);
    const minutes = new Map(
      read.all(proxy, start, to).map((row) => [Number(row.at), Number(row.missed)]),
    );
    for (const { at, values } of recent.ofProxy(proxy)) {
      if (at < start || at >= to) continue;
      const minute = startOf(at, step);
      minutes.set(minute, (minutes.get(minute) ?? 0) + (values[missed] ?? 0));
    }
    const found = [...minutes].sort(([a], [b]) => a - b);
    return { at: found.map(([at]) => at), missed: found.map(([, polls]) => polls) };
  };
}
