import type { DatabaseSync } from 'node:sqlite';
import type { HistoryRange, HistoryTotals } from '../../../shared/model/history.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import { isImplausibleConnections } from '../../../shared/spcp/counter.ts';
import { storing, transaction } from '../database/database-access.ts';
import { createCounted } from './counted.ts';
import { createHistoryKeys, partOf } from './keys.ts';
import { planRange } from './levels.ts';
import { createRangeReader } from './range.ts';
import { createRetention } from './retention.ts';
import { createRollUp, metrics } from './roll-up.ts';

/**
 * New readings lie in the order of time, so that a tick writes a page or two rather than one for each proxy. A part of them is rolled up when it
 * holds a minute of its proxies at one reading a second, few parts at a time: the event loop waits for it.
 */
const fullPart = 4000;
const partsAtOnce = 2;
/** At `maintain`, which is where those of a small fleet are rolled up. */
const partsAtMaintain = 4;

/** What the fleet read, over time. Methods throw `storage-full` and `storage-failed`, and then have changed nothing. */
export interface History {
  /** One transaction. */
  add(samples: readonly Sample[]): void;
  /**
   * Points of one profile from `from` (inclusive) to `to` (exclusive), at most `points` (at least 2) of them, gaps included. `marks` are the restarts
   * and changes in the range, of several in the time of one point the last.
   */
  range(query: { id: string; from: number; to: number; points: number }): HistoryRange;
  /** What one profile's proxy moved in a span. */
  totals(query: { id: string; from: number; to: number }): HistoryTotals;
  /** Rolls up, and drops what is past its retention. To be called about once a minute; `now` in epoch milliseconds. */
  maintain(now: number): void;
  /** Drops all of one profile. */
  forget(profileId: string): void;
}

export function createHistory(database: DatabaseSync): History {
  const keys = createHistoryKeys(database);
  const rollUp = createRollUp(database);
  const retention = createRetention(database);
  const counted = createCounted(database);
  const readRange = createRangeReader(database);
  const insert = database.prepare(
    `INSERT OR REPLACE INTO recent (part, at, proxy, ${metrics.join(', ')}, fresh) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertRestart = database.prepare('INSERT OR IGNORE INTO restart VALUES (?, ?)');

  const insertSample = (sample: Sample): void => {
    const { connections, restart, roundTripMs, missed } = sample;
    const at = Math.round(sample.at);
    const key = keys.obtain(sample.profileId);
    const part = partOf(key);
    const bytes = plausibleRate(sample.bytesPerSecond);
    const accesses = plausibleRate(sample.accessesPerSecond);
    // Without a rate and without a restart there was no reading just before.
    const fresh = bytes === null && accesses === null && !restart;
    const open = isImplausibleConnections(connections) ? null : Number(connections);
    insert.run(part, at, key, open, bytes, accesses, roundTripMs, missed, fresh ? 1 : 0);
    rollUp.added(part);
    if (counted.take(key, sample) || restart) insertRestart.run(key, at);
  };
  const write = (task: () => void): void =>
    keys.guard(() => counted.guard(() => rollUp.guard(() => transaction(database, task))));
  return {
    add(samples) {
      write(() => {
        for (const sample of samples) insertSample(sample);
        rollUp.run(fullPart, partsAtOnce);
      });
    },
    range: ({ id, from, to, points }) =>
      storing(database, () => {
        const whole = { from: Math.floor(from), to: Math.ceil(to) };
        const plan = planRange({ ...whole, points }, retention.since());
        return readRange({ proxy: keys.find(id), profileId: id, ...whole }, plan);
      }),
    totals: ({ id, from, to }) =>
      storing(database, () => counted.totals(keys.find(id), Math.floor(from), Math.ceil(to))),
    maintain(now) {
      write(() => rollUp.run(1, partsAtMaintain));
      write(() => retention.drop(Math.floor(now)));
    },
    forget(profileId) {
      write(() => {
        const key = keys.find(profileId);
        if (key !== null) counted.forget(key);
        keys.forget(profileId);
      });
    },
  };
}

/** A rate is never drawn below zero. */
function plausibleRate(rate: number | null): number | null {
  return rate !== null && Number.isFinite(rate) && rate >= 0 ? rate : null;
}
