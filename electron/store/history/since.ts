import type { DatabaseSync } from 'node:sqlite';
import { partOf } from './keys.ts';
import { levelNames, tablesOf } from './levels.ts';

/** Answers the time of the first reading that is kept of a proxy (null for one without history), epoch milliseconds. */
export function createSinceReader(database: DatabaseSync): (proxy: number | null) => number | null {
  const first = [...levelNames]
    .reverse()
    .flatMap(tablesOf)
    .map((table) => database.prepare(`SELECT min(at) AS at FROM ${table} WHERE proxy = ?`));
  const recent = database.prepare('SELECT min(at) AS at FROM recent WHERE part = ? AND proxy = ?');
  return (proxy) => {
    if (proxy === null) return null;
    const times = [
      ...first.map((statement) => statement.get(proxy)?.at),
      recent.get(partOf(proxy), proxy)?.at,
    ].filter((at) => typeof at === 'number');
    return times.length === 0 ? null : Math.min(...times);
  };
}
