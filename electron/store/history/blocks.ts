import type { DatabaseSync } from 'node:sqlite';
import { isTime } from '../database/readable-time.ts';
import { pack, unpack } from './packed.ts';
import { inOrder, type Reading } from './readings.ts';

/** Readings in one block: they fill a page of the file. */
const mostInBlock = 77;
/** A block spans no more of the clock, milliseconds, so that those of a time are found by their ends. */
const longestBlockMs = 3_600_000;

/** The readings of the level `raw`, in blocks of one proxy, each with the times of its first and its last (`at`). Proxies by their small numbers. */
export interface Blocks {
  /** Adds readings that are in order and not known yet; in a transaction. */
  add(proxy: number, readings: readonly Reading[]): void;
  /** In order, from a time on and before another. */
  within(proxy: number | null, from: number, to: number): readonly Reading[];
  /** When the first that is kept was; null where there is none. */
  first(proxy: number): number | null;
}

export function createBlocks(database: DatabaseSync): Blocks {
  const insert = database.prepare(
    'INSERT INTO raw_block (proxy, at, first, count, readings) VALUES (?, ?, ?, ?, ?)',
  );
  const select = database.prepare(
    `SELECT readings FROM raw_block WHERE proxy = :proxy AND at >= :from AND at < :to + ${longestBlockMs} AND first < :to ORDER BY at`,
  );
  const first = database.prepare(
    `SELECT min(first) AS first FROM raw_block WHERE proxy = :proxy AND ${isTime('first')} AND at < ${longestBlockMs} +
       (SELECT min(at) FROM raw_block WHERE proxy = :proxy AND ${isTime('at')})`,
  );
  return {
    add(proxy, readings) {
      for (const block of inBlocks(readings)) {
        const [begin] = block;
        const end = block.at(-1);
        if (begin === undefined || end === undefined) continue;
        const packed = pack(block.map((reading) => ({ ...reading, slot: 0 })));
        insert.run(proxy, end.at, begin.at, block.length, packed);
      }
    },
    within(proxy, from, to) {
      const rows = select.all({ proxy, from, to });
      const readings = rows.flatMap((row) => unpack(row.readings, 0));
      return inOrder(readings.filter(({ at }) => at >= from && at < to));
    },
    first(proxy) {
      const at = first.get({ proxy })?.first;
      return typeof at === 'number' ? at : null;
    },
  };
}

/** Blocks of about the same size. */
function inBlocks(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const blocks: Reading[][] = [];
  const most = Math.ceil(readings.length / Math.ceil(readings.length / mostInBlock));
  for (const reading of readings) {
    const block = blocks.at(-1);
    const begin = block?.[0];
    if (
      block === undefined ||
      begin === undefined ||
      block.length >= most ||
      reading.at - begin.at >= longestBlockMs
    )
      blocks.push([reading]);
    else block.push(reading);
  }
  return blocks;
}
