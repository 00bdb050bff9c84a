import type { DatabaseSync } from 'node:sqlite';
import { isNumberOfReadings } from '../database/readable-time.ts';
import type { Blocks } from './blocks.ts';
import { levels } from './levels.ts';
import { keyOf } from './parts.ts';
import { metrics, type Reading } from './readings.ts';
import type { Recent } from './recent.ts';
import { summedUp } from './summed-up.ts';

const each = (text: (metric: string) => string): string => metrics.map(text).join(', ');

const columns = each((m) => `${m}_count, ${m}_sum, ${m}_min, ${m}_max, ${m}_last`);
/** With the proxy and the beginning before them, and after them the time of the last reading and whether one was fresh. */
const values = Array.from({ length: 4 + metrics.length * 5 }, () => '?').join(', ');

/** Adds to a row that is there already, were it damaged: a minute's readings come in several portions, and some may be late. */
const merge = (level: string): string => `
  INSERT INTO ${level} (proxy, at, ${columns}, last_at, fresh) VALUES (${values})
  ON CONFLICT (proxy, at) DO UPDATE SET
    ${each(
      (m) => `
    ${m}_count = iif(${isNumberOfReadings(`${m}_count`)}, ${m}_count, 0) + excluded.${m}_count,
    ${m}_sum = ${m}_sum + excluded.${m}_sum,
    ${m}_min = min(ifnull(${m}_min, excluded.${m}_min), ifnull(excluded.${m}_min, ${m}_min)),
    ${m}_max = max(ifnull(${m}_max, excluded.${m}_max), ifnull(excluded.${m}_max, ${m}_max)),
    ${m}_last = iif(excluded.last_at >= last_at, excluded.${m}_last, ${m}_last)`,
    )},
    last_at = max(last_at, excluded.last_at),
    fresh = max(fresh, excluded.fresh)`;

export interface RollUp {
  /** Tells of so many readings that were added to the part. */
  added(part: number, count: number): void;
  /** Of how many parts readings wait. */
  parts(): number;
  /** Rolls up the fullest parts, those of `full` readings and more, and at most so many parts; in a transaction, inside `guard`. */
  run(full: number, atMost: number): void;
  /** What was counted in a transaction that failed is counted again. */
  guard(task: () => void): void;
}

/**
 * Moves the readings of a part of `recent` to blocks and adds them to their minute, hour and day. A reading is in `recent` until it is in all of
 * them: killed at any moment, none is counted twice or left out. Of times that come again, as after a clock was set back, the first reading
 * stays: a minute that has it counts it once.
 */
export function createRollUp(database: DatabaseSync, recent: Recent, blocks: Blocks): RollUp {
  const knownOld = database.prepare('SELECT at FROM raw WHERE proxy = ? AND at >= ? AND at <= ?');
  const rolledUp = (['minute', 'hour', 'day'] as const).map((level) => ({
    step: levels[level].step,
    statement: database.prepare(merge(level)),
  }));
  const unknown = (proxy: number, readings: readonly Reading[]): readonly Reading[] => {
    const [first] = readings;
    const last = readings.at(-1);
    if (first === undefined || last === undefined) return [];
    const known = new Set([
      ...blocks.within(proxy, first.at, last.at + 1).map(({ at }) => at),
      ...knownOld.all(proxy, first.at, last.at).map(({ at }) => Number(at)),
    ]);
    return known.size === 0 ? readings : readings.filter(({ at }) => !known.has(at));
  };
  let waiting = new Map(recent.counts());
  const rollUp = (part: number): void => {
    for (const [slot, readings] of recent.ofPart(part)) {
      const proxy = keyOf(part, slot);
      const added = unknown(proxy, readings);
      blocks.add(proxy, added);
      for (const { step, statement } of rolledUp)
        for (const row of summedUp(added, step)) statement.run(proxy, ...row);
    }
    recent.remove(part);
    waiting.delete(part);
  };
  return {
    added(part, count) {
      waiting.set(part, (waiting.get(part) ?? 0) + count);
    },
    parts: () => waiting.size,
    run(full, atMost) {
      const due = [...waiting].filter(([, size]) => size >= full).sort((a, b) => b[1] - a[1]);
      for (const [part] of due.slice(0, atMost)) rollUp(part);
    },
    guard(task) {
      try {
        task();
      } catch (error) {
        waiting = new Map(recent.counts());
        throw error;
      }
    },
  };
}
