import type { DatabaseSync } from 'node:sqlite';
import { isCount } from '../database/readable-time.ts';
import { pack, type SlottedReading, unpack } from './packed.ts';
import { isSlot, partOf, slotOf } from './parts.ts';
import { inOrder, type Reading } from './readings.ts';

/** Readings that are in no level yet: a row for each part of the proxies and batch. Proxies by their small numbers; all that writes in a transaction. */
export interface Recent {
  /** Readings of the proxies of one part. */
  add(part: number, readings: readonly SlottedReading[]): void;
  /** How many readings each part has. */
  counts(): ReadonlyMap<number, number>;
  /** Of one proxy, in order. */
  ofProxy(proxy: number | null): readonly Reading[];
  /** Of each proxy of a part, by its place in it, those in order. */
  ofPart(part: number): ReadonlyMap<number, readonly Reading[]>;
  remove(part: number): void;
  forget(proxy: number): void;
}

export function createRecent(database: DatabaseSync): Recent {
  const insert = database.prepare(
    'INSERT INTO recent (part, at, count, readings) VALUES (?, ?, ?, ?)',
  );
  const count = database.prepare(
    `SELECT part, total(count) AS count FROM recent WHERE ${isCount('part')} GROUP BY part`,
  );
  const select = database.prepare('SELECT readings FROM recent WHERE part = ? ORDER BY id');
  const batches = database.prepare(
    `SELECT id, readings FROM recent WHERE part = ? AND ${isCount('id')}`,
  );
  const remove = database.prepare('DELETE FROM recent WHERE part = ?');
  const removeBatch = database.prepare('DELETE FROM recent WHERE id = ?');
  const replace = database.prepare(
    'UPDATE recent SET at = ?, count = ?, readings = ? WHERE id = ?',
  );
  const firstOf = (readings: readonly Reading[]): number =>
    readings.reduce((first, { at }) => Math.min(first, at), Infinity);
  return {
    add(part, readings) {
      insert.run(part, firstOf(readings), readings.length, pack(readings));
    },
    counts: () => new Map(count.all().map((row) => [Number(row.part), Number(row.count)])),
    ofProxy(proxy) {
      if (proxy === null) return [];
      const slot = slotOf(proxy);
      return inOrder(select.all(partOf(proxy)).flatMap(({ readings }) => unpack(readings, slot)));
    },
    ofPart(part) {
      const found = new Map<number, Reading[]>();
      for (const { readings } of select.all(part)) {
        for (const reading of unpack(readings)) {
          if (!isSlot(reading.slot)) continue;
          const list = found.get(reading.slot);
          if (list === undefined) found.set(reading.slot, [reading]);
          else list.push(reading);
        }
      }
      return new Map([...found].map(([slot, readings]) => [slot, inOrder(readings)]));
    },
    remove(part) {
      remove.run(part);
    },
    forget(proxy) {
      const slot = slotOf(proxy);
      for (const { id, readings } of batches.all(partOf(proxy))) {
        const all = unpack(readings);
        const others = all.filter((reading) => reading.slot !== slot);
        if (others.length === 0) removeBatch.run(id ?? null);
        else if (others.length < all.length)
          replace.run(firstOf(others), others.length, pack(others), id ?? null);
      }
    },
  };
}
