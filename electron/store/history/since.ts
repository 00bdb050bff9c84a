import type { DatabaseSync } from 'node:sqlite';
import { isTime } from '../database/readable-time.ts';
import type { Blocks } from './blocks.ts';
import { levelNames, levels, tablesOf } from './levels.ts';
import type { Reading } from './readings.ts';

/**
 * Answers the time of the first reading that is kept of a proxy (null for one without history), of whose readings these are not rolled up yet, epoch milliseconds: exactly for as long as the
 * reading itself is kept, then the minute, the hour or the day that has it.
 */
export function createSinceReader(
  database: DatabaseSync,
  blocks: Pick<Blocks, 'first'>,
): (proxy: number | null, recent: readonly Reading[]) => number | null {
  const first = levelNames.map((level) => ({
    step: levels[level].step,
    statements: tablesOf(level).map((table) =>
      database.prepare(`SELECT min(at) AS at FROM ${table} WHERE proxy = ? AND ${isTime('at')}`),
    ),
  }));
  return (proxy, recent) => {
    if (proxy === null) return null;
    const starts = [recent[0]?.at, blocks.first(proxy)].filter((at) => typeof at === 'number');
    let since = starts.length === 0 ? null : Math.min(...starts);
    for (const { step, statements } of first) {
      for (const statement of statements) {
        const at = timeOf(statement.get(proxy));
        // A row of a minute begins before its first reading, and says nothing that a finer level does not say better.
        if (at !== null && (since === null || at + step <= since)) since = at;
      }
    }
    return since;
  };
}

function timeOf(row: Readonly<Record<string, unknown>> | undefined): number | null {
  return typeof row?.at === 'number' ? row.at : null;
}
