import type { DatabaseSync } from 'node:sqlite';
import type { Span } from '../../../shared/model/history.ts';
import { isTime } from '../database/readable-time.ts';

/** A console notes each minute that it runs; one that was silent for longer did not run, or slept. */
const longestSilenceMs = 150_000;

/** When a console ran on this data directory, whichever it was: what is not reached while none runs is not known to be down. */
export interface ConsoleRuns {
  /** One runs at `now`, epoch milliseconds; those that ended longer ago than `keptMs` are dropped. In a transaction. */
  note(now: number, keptMs: number): void;
  /** The spans in which one ran, cut to this one, in order; they do not overlap. */
  within(span: Span): Span[];
}

export function createConsoleRuns(database: DatabaseSync): ConsoleRuns {
  const extend = database.prepare(
    `UPDATE console_run SET to_at = ?1 WHERE to_at >= ?1 - ?2 AND from_at <= ?1 AND to_at < ?1 AND ${isTime('from_at')}`,
  );
  const covers = database.prepare(
    `SELECT 1 FROM console_run WHERE from_at <= ?1 AND to_at >= ?1 AND ${isTime('from_at')} AND ${isTime('to_at')} LIMIT 1`,
  );
  const begin = database.prepare(
    'INSERT OR IGNORE INTO console_run (from_at, to_at) VALUES (?1, ?1)',
  );
  const drop = database.prepare('DELETE FROM console_run WHERE to_at < ?');
  const within = database.prepare(
    `SELECT from_at, to_at FROM console_run WHERE to_at > ? AND from_at < ? AND ${isTime('from_at')} AND ${isTime('to_at')} ORDER BY from_at`,
  );
  return {
    note(now, keptMs) {
      if (extend.run(now, longestSilenceMs).changes === 0 && covers.get(now) === undefined)
        begin.run(now);
      drop.run(now - keptMs);
    },
    within({ from, to }) {
      const runs: Span[] = [];
      for (const row of within.all(from, to)) {
        const start = Math.max(from, Number(row.from_at), runs.at(-1)?.to ?? from);
        const end = Math.min(to, Number(row.to_at));
        if (start < end) runs.push({ from: start, to: end });
      }
      return runs;
    },
  };
}
