import type { DatabaseSync } from 'node:sqlite';
import { type Level, levelNames, levels, tablesOf } from './levels.ts';

/** Proxies at a time, and turns for all of them: dropping is spread, since the event loop waits for it. */
const proxiesAtOnce = 64;
const turns = 16;

export interface Retention {
  /** From when on each level is complete, epoch milliseconds. */
  since(): Readonly<Record<Level, number>>;
  /** Drops what is past its retention: of all proxies if there are few, else of the next ones. In a transaction. */
  drop(now: number): void;
}

export function createRetention(database: DatabaseSync): Retention {
  const readSince = database.prepare('SELECT since FROM kept WHERE level = ?');
  const writeSince = database.prepare(
    `INSERT INTO kept VALUES (?, ?) ON CONFLICT (level) DO UPDATE SET since = max(since, excluded.since)`,
  );
  const count = database.prepare('SELECT count(*) AS count FROM proxy');
  const next = database.prepare('SELECT key FROM proxy WHERE key > ? ORDER BY key LIMIT ?');
  const removals = [
    ...levelNames.flatMap((level) => tablesOf(level).map((table) => [table, level] as const)),
    ['restart', 'hour'] as const,
  ].map(([table, level]) => ({
    statement: database.prepare(`DELETE FROM ${table} WHERE proxy = ? AND at < ?`),
    keptMs: levels[level].keptMs,
  }));
  let last = 0;

  const since = (level: Level): number => Number(readSince.get(level)?.since ?? 0);
  return {
    since: () => ({ raw: since('raw'), minute: since('minute'), hour: since('hour') }),
    drop(now) {
      for (const level of levelNames) writeSince.run(level, now - levels[level].keptMs);
      const proxies = Number(count.get()?.count);
      const limit = Math.max(proxiesAtOnce, Math.ceil(proxies / turns));
      const keys = next.all(last, limit).map(({ key }) => Number(key));
      last = keys.length < limit ? 0 : (keys.at(-1) ?? 0);
      for (const key of keys) {
        for (const { statement, keptMs } of removals) statement.run(key, now - keptMs);
      }
    },
  };
}
