import type { DatabaseSync } from 'node:sqlite';
import type { KeptMs } from '../../../shared/model/history-kept.ts';
import type { Steps } from '../../base/steps.ts';
import { countedTables } from './counted.ts';
import { type Level, levelNames, tablesOf } from './levels.ts';

/** Proxies at a time, and turns for all of them: dropping is spread, since other connections wait for it. */
const proxiesAtOnce = 64;
const turns = 16;
/** Rows in one transaction, and of one proxy in a table at once; transactions in one turn. What is left then is dropped in a later turn. */
const rowsAtOnce = 8000;
const rowsOfOne = 1000;
/** A block of readings takes about as long to drop as so many rows. */
const rowsOfBlock = 32;
const partsAtOnce = 128;

/**
 * A clock that went ahead by more than this, since the last time that anything was dropped, is believed once it has gone on from there for as
 * long; milliseconds. One that was set wrongly and is set right again costs no history, and what was off for a while waits a little. Where consoles
 * ran for less at a time, what they ran adds up, and the time is believed with which that began: the clock may have been set since.
 */
export const believedAfterMs = 30 * 60_000;
/** By less a clock was not set back: two consoles tell the time one after the other. */
const sameClockMs = 60_000;

/**
 * What `kept` says beside the levels: the time by which anything was dropped last, the last proxy whose turn it was, and since when the clock has
 * been ahead, which time was the latest since then, and for how many milliseconds consoles ran in between.
 */
type Note = 'dropped' | 'turn' | 'ahead' | 'seen' | 'ran';

export interface Retention {
  /** From when on each level is complete, epoch milliseconds. */
  since(): Readonly<Record<Level, number>>;
  /**
   * Drops what is past its retention, by the latest time that is believed: of all proxies if there are few, else of the next ones. Each step is
   * one transaction, which `write` runs.
   */
  drop(now: number, kept: KeptMs, write: (task: () => void) => void): Steps<undefined>;
}

/** What is to be dropped of one proxy in one table. */
interface Due {
  readonly proxy: number;
  readonly remove: (proxy: number, before: number) => number;
  readonly before: number;
}

export function createRetention(database: DatabaseSync): Retention {
  const readSince = database.prepare('SELECT since FROM kept WHERE level = ?');
  const writeSince = database.prepare(
    `INSERT INTO kept (level, since) VALUES (:level, :since) ON CONFLICT (level) DO UPDATE SET
       since = iif(since > :now, :now, max(since, excluded.since))`,
  );
  const writeNote = database.prepare('INSERT OR REPLACE INTO kept (level, since) VALUES (?, ?)');
  const count = database.prepare('SELECT count(*) AS count FROM proxy');
  const next = database.prepare('SELECT key FROM proxy WHERE key > ? ORDER BY key LIMIT ?');
  const removals = [
    ...levelNames.flatMap((level) => tablesOf(level).map((table) => [table, level] as const)),
    ['restart', 'day'] as const,
    ...countedTables,
  ].map(([table, level]) => ({ remove: removing(database, table), level }));
  removals.push({ remove: removing(database, 'raw_block', rowsOfBlock), level: 'raw' });

  const since = (name: Level | Note): number => Number(readSince.get(name)?.since ?? 0);
  const note = (name: Note, value: number): unknown => writeNote.run(name, value);
  const noteAhead = (ahead: number, seen: number, ran: number): void => {
    note('ahead', ahead);
    note('seen', seen);
    note('ran', ran);
  };
  /** The latest time that is believed. */
  const believedAt = (now: number): number => {
    const before = since('dropped');
    if (before === 0 || now - before <= believedAfterMs) {
      noteAhead(0, 0, 0);
      return now;
    }
    const [ahead, seenBefore] = [since('ahead'), since('seen')];
    if (ahead === 0 || now < seenBefore - sameClockMs) {
      noteAhead(now, now, 0);
      return before;
    }
    const seen = Math.max(seenBefore, now);
    const passed = seen - seenBefore;
    const ran = since('ran') + (passed <= believedAfterMs ? passed : 0);
    if (ran < believedAfterMs) {
      noteAhead(ahead, seen, ran);
      return before;
    }
    if (ran === seen - ahead) {
      noteAhead(0, 0, 0);
      return now;
    }
    noteAhead(now, now, 0);
    return ahead;
  };
  const begin = (now: number, kept: KeptMs): readonly Due[] => {
    const by = believedAt(now);
    note('dropped', by);
    // A clock that was set back: what was dropped by the one before was of before now, and all that comes is kept.
    for (const level of levelNames) writeSince.run({ level, since: by - kept[level], now: by });
    const limit = Math.max(proxiesAtOnce, Math.ceil(Number(count.get()?.count) / turns));
    const keys = next.all(since('turn'), limit).map(({ key }) => Number(key));
    note('turn', keys.length < limit ? 0 : (keys.at(-1) ?? 0));
    return keys.flatMap((proxy) =>
      removals.map(({ remove, level }) => ({ proxy, remove, before: by - kept[level] })),
    );
  };
  return {
    since: () => ({
      raw: since('raw'),
      minute: since('minute'),
      hour: since('hour'),
      day: since('day'),
    }),
    *drop(now, kept, write) {
      let due: readonly Due[] = [];
      write(() => {
        due = begin(now, kept);
      });
      let at = 0;
      for (let part = 0; part < partsAtOnce && at < due.length; part++) {
        yield;
        write(() => {
          at = dropSome(due, at);
        });
      }
      // The next turn begins with the proxy of which something is left.
      const left = due[at];
      if (left !== undefined) write(() => note('turn', left.proxy - 1));
      return undefined;
    },
  };
}

/** Drops about as many rows as one transaction may, from a place of the list on; answers the place where it goes on. */
function dropSome(due: readonly Due[], from: number): number {
  let rows = 0;
  let at = from;
  for (let each = due[at]; each !== undefined && rows < rowsAtOnce; each = due[at]) {
    const removed = each.remove(each.proxy, each.before);
    rows += removed;
    if (removed < rowsOfOne - rowsOfBlock) at++;
  }
  return at;
}

/**
 * Answers how many rows of a table it removed: those of a proxy before a time, the oldest `rowsOfOne` of very many. One of the table counts as
 * so many as `weight` says.
 */
function removing(database: DatabaseSync, table: string, weight = 1): Due['remove'] {
  const most = Math.floor(rowsOfOne / weight);
  const statement = database.prepare(
    `DELETE FROM ${table} WHERE proxy = :proxy AND at < ifnull(
       (SELECT at FROM ${table} WHERE proxy = :proxy AND at < :before ORDER BY at LIMIT 1 OFFSET ${most}), :before)`,
  );
  return (proxy, before) => Number(statement.run({ proxy, before }).changes) * weight;
}
