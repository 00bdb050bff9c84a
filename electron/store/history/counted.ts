import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { beginSpliced, type Epoch, type Spliced, splice } from '../../../shared/fleet/spliced.ts';
import type { HistoryTotals } from '../../../shared/model/history.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import { isTime } from '../database/readable-time.ts';
import { levels } from './levels.ts';

/** Where what was counted so far is noted, at the first reading of each step: the finer for as long as minutes are kept. */
export const countedTables = [
  ['counted_minute', 'minute'],
  ['counted_hour', 'hour'],
  ['counted_day', 'day'],
] as const;

/** What the proxies moved, spliced over restarts of theirs and of this app. Profiles by their small numbers. */
export interface Counted {
  /**
   * Takes a reading. Answers when the proxy restarted, epoch milliseconds, where the reading shows that it did, also where the fleet did not see
   * it; else null. In a transaction, inside `guard`.
   */
  take(proxy: number, sample: Sample): number | null;
  /** Of a span, epoch milliseconds: between those readings that lie nearest to its ends. */
  totals(proxy: number | null, from: number, to: number): HistoryTotals;
  /** Drops all of one proxy; in a transaction, inside `guard`. */
  forget(proxy: number): void;
  /** What was taken in a transaction that failed is taken as never read. */
  guard(task: () => void): void;
}

/** What was counted until a reading. */
interface Note {
  readonly at: number;
  readonly bytes: bigint;
  readonly accesses: bigint;
  readonly watchedMs: number;
}

export function createCounted(
  database: DatabaseSync,
  sinceOf: (proxy: number) => number | null,
): Counted {
  const known = new Map<number, Spliced>();
  const notes = countedTables.map(([table, level]) => ({
    step: levels[level].step,
    insert: database.prepare(
      `INSERT OR IGNORE INTO ${table} (proxy, at, read_at, bytes, accesses, watched) VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    // A step may begin before the span and have its first reading within it.
    after: reading(
      database,
      `SELECT * FROM ${table} WHERE proxy = ? AND at > ? AND read_at >= ? AND read_at <= ? ORDER BY at LIMIT 1`,
    ),
    before: reading(
      database,
      `SELECT * FROM ${table} WHERE proxy = ? AND at <= ? AND read_at <= ? ORDER BY at DESC LIMIT 1`,
    ),
    remove: database.prepare(`DELETE FROM ${table} WHERE proxy = ?`),
  }));
  const last = reading(database, 'SELECT * FROM counted_last WHERE proxy = ?');
  const keepLast = database.prepare(
    'INSERT OR REPLACE INTO counted_last (proxy, read_at, bytes, accesses, watched, counter_bytes, counter_accesses, epoch, epoch_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const removeLast = database.prepare('DELETE FROM counted_last WHERE proxy = ?');
  const lastRestart = database.prepare(
    `SELECT max(at) AS at FROM restart WHERE proxy = ? AND ${isTime('at')}`,
  );
  const restarts = database.prepare(
    'SELECT count(*) AS count FROM restart WHERE proxy = ? AND at > ? AND at <= ?',
  );

  const stateOf = (proxy: number): Spliced | null => {
    const state = known.get(proxy) ?? splicedOf(last.get(proxy));
    if (state !== null) known.set(proxy, state);
    return state;
  };
  /** Of a proxy whose history is older than what is counted. */
  const firstEpoch = (proxy: number, at: number): Epoch => {
    const restart = lastRestart.get(proxy)?.at;
    if (typeof restart === 'number') return { kind: 'restart', at: restart };
    return { kind: 'first-contact', at: sinceOf(proxy) ?? at };
  };
  const note = (proxy: number, before: Spliced | null, state: Spliced): void => {
    const { at } = state.last;
    const stepOf = (step: number, time: number): number => Math.floor(time / step) * step;
    const begun = notes.filter(
      ({ step }) => before === null || stepOf(step, before.last.at) !== stepOf(step, at),
    );
    if (begun.length === 0) return;
    for (const { step, insert } of begun)
      insert.run(proxy, stepOf(step, at), at, state.bytes, state.accesses, state.watchedMs);
    const { epoch } = state;
    const counters = [String(state.last.transferredBytes), String(state.last.accesses)] as const;
    const sums = [state.bytes, state.accesses, state.watchedMs] as const;
    keepLast.run(proxy, at, ...sums, ...counters, epoch.kind, epoch.at);
  };
  return {
    take(proxy, sample) {
      const at = Math.round(sample.at);
      const { now, transferredBytes, accesses } = sample;
      const reading = { at, now, transferredBytes, accesses };
      const before = stateOf(proxy);
      let state: Spliced;
      if (before === null) {
        if (transferredBytes < 0n || accesses < 0n) return null;
        state = beginSpliced(reading, firstEpoch(proxy, at));
      } else if (sample.another) {
        // What was counted of the proxy before stays; the difference between the two is no traffic.
        state = { ...before, last: reading, doubted: null, epoch: { kind: 'first-contact', at } };
      } else {
        const watched = sample.bytesPerSecond !== null || sample.restart;
        state = splice(before, reading, watched);
      }
      known.set(proxy, state);
      if (state.last === reading) note(proxy, before, state);
      const { epoch } = state;
      return before !== null && epoch !== before.epoch && epoch.kind === 'restart'
        ? epoch.at
        : null;
    },
    totals(proxy, from, to) {
      const state = proxy === null ? null : stateOf(proxy);
      if (proxy === null || state === null) return { moved: null, epoch: null };
      const epoch = { ...state.epoch, lastAt: state.last.at };
      const now: Note = { ...state, at: state.last.at };
      const ends = notes.flatMap(({ before }) => before.note(proxy, to, to) ?? []);
      const end = [...ends, now].filter(({ at }) => at <= to).reduce(later, null);
      const starts = notes.flatMap(({ step, after, before }) => [
        ...(after.note(proxy, from - step, from, to) ?? []),
        ...(before.note(proxy, from, from) ?? []),
      ]);
      const start = starts.reduce<Note | null>(
        (best, each) =>
          best === null || Math.abs(each.at - from) < Math.abs(best.at - from) ? each : best,
        null,
      );
      if (start === null || end === null || end.at <= start.at) return { moved: null, epoch };
      return {
        moved: {
          from: start.at,
          to: end.at,
          bytes: since(end.bytes, start.bytes),
          accesses: since(end.accesses, start.accesses),
          watchedMs: Math.max(0, end.watchedMs - start.watchedMs),
          restarts: Number(restarts.get(proxy, start.at, end.at)?.count ?? 0),
        },
        epoch,
      };
    },
    forget(proxy) {
      known.delete(proxy);
      removeLast.run(proxy);
      for (const { remove } of notes) remove.run(proxy);
    },
    guard(task) {
      try {
        task();
      } catch (error) {
        known.clear();
        throw error;
      }
    },
  };
}

/** Never below zero: of a clock that was set back, what was noted under a later time may be of before. */
function since(end: bigint, start: bigint): string {
  return String(end > start ? end - start : 0n);
}

function later(best: Note | null, each: Note): Note {
  return best === null || each.at > best.at ? each : best;
}

type Row = Readonly<Record<string, SQLOutputValue>>;

/** A sum of bytes may be more than a number holds. */
function reading(database: DatabaseSync, sql: string) {
  const statement = database.prepare(sql);
  statement.setReadBigInts(true);
  return {
    get: (...parameters: readonly number[]): Row | undefined => statement.get(...parameters),
    /** As a list of one or of none. */
    note(...parameters: readonly number[]): readonly Note[] {
      const row = statement.get(...parameters);
      if (row === undefined) return [];
      return [
        {
          at: Number(row.read_at),
          bytes: BigInt(row.bytes as bigint),
          accesses: BigInt(row.accesses as bigint),
          watchedMs: Number(row.watched),
        },
      ];
    },
  };
}

function splicedOf(row: Row | undefined): Spliced | null {
  if (row === undefined) return null;
  const counters = [String(row.counter_bytes), String(row.counter_accesses)];
  // As of a proxy of which nothing was counted yet.
  if (!counters.every((counter) => /^-?[0-9]{1,40}$/.test(counter))) return null;
  return {
    last: {
      at: Number(row.read_at),
      now: null,
      transferredBytes: BigInt(String(row.counter_bytes)),
      accesses: BigInt(String(row.counter_accesses)),
    },
    bytes: BigInt(row.bytes as bigint),
    accesses: BigInt(row.accesses as bigint),
    watchedMs: Number(row.watched),
    epoch: {
      kind: row.epoch === 'restart' ? 'restart' : 'first-contact',
      at: Number(row.epoch_at),
    },
    doubted: null,
  };
}
