import type { DatabaseSync } from 'node:sqlite';
import { countedTables } from './counted.ts';
import { type Level, levelNames, levels, tablesOf } from './levels.ts';

/** Proxies at a time, and turns for all of them: dropping is spread, since other connections wait for it. */
const proxiesAtOnce = 64;
const turns = 16;

/**
 * A clock that went ahead by more than this, since the last time that anything was dropped, is believed once it has gone on from there for as
 * long; milliseconds. One that was set wrongly and is set right again costs no history, and what was off for a while waits a little.
 */
export const believedAfterMs = 30 * 60_000;

export interface Retention {
  /** From when on each level is complete, epoch milliseconds. */
  since(): Readonly<Record<Level, number>>;
  /** Drops what is past its retention, by a clock that is believed: of all proxies if there are few, else of the next ones. In a transaction. */
  drop(now: number): void;
}

export function createRetention(database: DatabaseSync): Retention {
  const readSince = database.prepare('SELECT since FROM kept WHERE level = ?');
  const writeSince = database.prepare(
    `INSERT INTO kept VALUES (:level, :since) ON CONFLICT (level) DO UPDATE SET
       since = iif(since > :now, :now, max(since, excluded.since))`,
  );
  const count = database.prepare('SELECT count(*) AS count FROM proxy');
  const next = database.prepare('SELECT key FROM proxy WHERE key > ? ORDER BY key LIMIT ?');
  const removals = [
    ...levelNames.flatMap((level) => tablesOf(level).map((table) => [table, level] as const)),
    ['restart', 'day'] as const,
    ...countedTables,
  ].map(([table, level]) => ({
    statement: database.prepare(`DELETE FROM ${table} WHERE proxy = ? AND at < ?`),
    keptMs: levels[level].keptMs,
  }));
  let last = 0;
  /** Since when the clock has been ahead, and when it was seen last, by itself; null while it is not. */
  let ahead: { readonly since: number; readonly seen: number } | null = null;

  const isBelieved = (now: number): boolean => {
    const dropped = since('raw') + levels.raw.keptMs;
    if (since('raw') === 0 || now - dropped <= believedAfterMs) {
      ahead = null;
      return true;
    }
    const goesOn = ahead !== null && now >= ahead.seen && now - ahead.seen <= believedAfterMs;
    ahead = { since: goesOn && ahead !== null ? ahead.since : now, seen: now };
    return now - ahead.since >= believedAfterMs;
  };
  const since = (level: Level): number => Number(readSince.get(level)?.since ?? 0);
  return {
    since: () => ({
      raw: since('raw'),
      minute: since('minute'),
      hour: since('hour'),
      day: since('day'),
    }),
    drop(now) {
      if (!isBelieved(now)) return;
      // A clock that was set back: what was dropped by the one before was of before now, and all that comes is kept.
      for (const level of levelNames)
        writeSince.run({ level, since: now - levels[level].keptMs, now });
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
