import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { bytesOfRow, type HistoryKept } from '../../../shared/model/history-kept.ts';
import type { Steps } from '../../base/steps.ts';
import { isCount, isTime } from '../database/readable-time.ts';
import { levelNames, tablesOf } from './levels.ts';

/** So many proxies are counted at most: of each some ten thousand rows are read. */
const mostProxiesCounted = 100;

/** What the history holds: one proxy at a time, since counting reads its rows. */
export function createSizeReader(database: DatabaseSync): () => Steps<HistoryKept> {
  const keys = database.prepare(`SELECT key FROM proxy WHERE ${isCount('key')} ORDER BY key`);
  const recent = database.prepare(
    `SELECT total(count) AS rows, min(at) AS since FROM recent WHERE ${isCount('count')} AND ${isTime('at')}`,
  );
  const blocks = {
    rows: database.prepare(
      `SELECT total(count) AS rows FROM raw_block WHERE proxy = ? AND ${isCount('count')}`,
    ),
    since: database.prepare(
      `SELECT min((SELECT first FROM raw_block WHERE proxy = key AND ${isTime('first')} ORDER BY at LIMIT 1)) AS since FROM proxy`,
    ),
  };
  const ofLevels = levelNames.map((level) => ({
    level,
    tables: [
      ...(level === 'raw' ? [blocks] : []),
      ...tablesOf(level).map((table) => ({
        rows: database.prepare(`SELECT count(*) AS rows FROM ${table} WHERE proxy = ?`),
        since: database.prepare(
          `SELECT min((SELECT min(at) FROM ${table} WHERE proxy = key AND ${isTime('at')})) AS since FROM proxy`,
        ),
      })),
    ],
  }));
  return function* () {
    const proxies = keys.all().map(({ key }) => Number(key));
    const counted = spread(proxies, mostProxiesCounted);
    const share = counted.length === 0 ? 0 : proxies.length / counted.length;
    const levels: HistoryKept['levels'] = [];
    for (const { level, tables } of ofLevels) {
      let rows = 0;
      for (const key of counted) {
        for (const table of tables) rows += Number(table.rows.get(key)?.rows ?? 0);
        yield;
      }
      const waiting = level === 'raw' ? recent.get() : undefined;
      const all = Math.round(rows * share) + Number(waiting?.rows ?? 0);
      const starts = [waiting?.since, ...tables.map(({ since }) => since.get()?.since)].filter(
        (since) => typeof since === 'number',
      );
      const since = starts.length === 0 ? null : Math.min(...starts);
      levels.push({ level, since, rows: all, bytes: all * bytesOfRow[level] });
      yield;
    }
    return { levels, proxies: proxies.length, counted: counted.length, ...sizeOf(database) };
  };
}

/** At most so many of a list, evenly. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from(
    { length: most },
    (_, index) => list[Math.floor((index * list.length) / most)],
  ).filter((each) => each !== undefined);
}

function sizeOf(database: DatabaseSync): Pick<HistoryKept, 'fileBytes' | 'freeBytes'> {
  const pragma = (name: string): number => Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
  const path = database.location();
  const freeBytes = pragma('freelist_count') * pragma('page_size');
  if (path === null) return { fileBytes: null, freeBytes };
  const files = [path, `${path}-wal`];
  const sizes = files.map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  return { fileBytes: sizes.reduce((sum, size) => sum + size, 0), freeBytes };
}
