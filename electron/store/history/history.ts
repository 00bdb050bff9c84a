import type { DatabaseSync } from 'node:sqlite';
import type {
  HistoryRange,
  HistoryTotals,
  MissedPolls,
  Span,
} from '../../../shared/model/history.ts';
import {
  type HistoryKept,
  type KeptMs,
  keptMsOf,
  usuallyKept,
} from '../../../shared/model/history-kept.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import { isImplausibleConnections } from '../../../shared/spcp/counter.ts';
import type { Steps } from '../../base/steps.ts';
import { storing, storingSteps, transaction } from '../database/database-access.ts';
import { isStorageTrouble } from '../database/unless-in-trouble.ts';
import { type Blocks, createBlocks } from './blocks.ts';
import { createConsoleRuns } from './console-runs.ts';
import { createCounted } from './counted.ts';
import { createHistoryKeys, type HistoryKeys } from './keys.ts';
import { planRange } from './levels.ts';
import { createMissedReader } from './missed.ts';
import { isTimeOfReading, type SlottedReading } from './packed.ts';
import { partOf, slotOf } from './parts.ts';
import { createRangeReader } from './range.ts';
import { createRecent, type Recent } from './recent.ts';
import { createRetention, type Retention } from './retention.ts';
import { createRollUp } from './roll-up.ts';
import { createSinceReader } from './since.ts';
import { createSizeReader } from './size.ts';

/**
 * New readings lie in the order in which they came, so that a tick writes a page or two rather than one for each proxy. A part of them is rolled up
 * when it holds a block of each of its proxies, one of so many with each batch: other connections, and those who read, wait for it.
 */
const fullPart = 4800;
const batchesForAll = 60;
/** At `maintain`, which is where those of a small fleet are rolled up; each in a transaction of its own. */
const partsAtMaintain = 4;

/** One profile over a span. */
export interface SpanQuery extends Span {
  readonly id: string;
}

/** So many points at most, at least 2. */
export interface HistoryQuery extends SpanQuery {
  readonly points: number;
}

/** What the fleet read, over time. Methods throw `storage-full` and `storage-failed`, and then have changed nothing. */
export interface History {
  /** One transaction. Where a sample cannot be kept, which is a bug, all others are, each in its own; then it throws what the sample met with. */
  add(samples: readonly Sample[]): void;
  /** Gaps included. `marks` are the restarts and changes in the range, of several in the time of one point the last. */
  range(query: HistoryQuery): HistoryRange;
  /** What one profile's proxy moved in a span. */
  totals(query: SpanQuery): HistoryTotals;
  /** How many polls of one profile's proxy were missed, minute by minute. */
  missed(query: SpanQuery): MissedPolls;
  /** When a console ran, in parts of the span that do not overlap, in order. */
  runs(span: Span): Span[];
  /**
   * Rolls up, and drops what is past its retention, a transaction at a time; the last step writes back what waits in the journal. To be called about
   * once a minute while a console runs, which it notes; `now` in epoch milliseconds; `kept`: for how long each level is kept, as usual where
   * it is left out.
   */
  maintain(now: number, kept?: KeptMs): Steps<undefined>;
  /** What there is of it, and what the database takes of the disk; in short steps. */
  kept(): Steps<HistoryKept>;
  /** Drops all of one profile. */
  forget(profileId: string): void;
}

/** Of a history that another connection keeps: what is short and cannot wait is read by it. */
export function createHistoryReader(database: DatabaseSync): Pick<History, 'range'> {
  const recent = createRecent(database);
  const { find } = createHistoryKeys(database, recent);
  const readings = { recent, blocks: createBlocks(database) };
  return { range: createRanges(database, readings, find, createRetention(database).since) };
}

function createRanges(
  database: DatabaseSync,
  { recent, blocks }: { readonly recent: Recent; readonly blocks: Blocks },
  keyOf: HistoryKeys['find'],
  since: Retention['since'],
): History['range'] {
  const readRange = createRangeReader(database, recent, blocks);
  return ({ id, from, to, points }) =>
    storing(database, () => {
      const whole = { from: Math.floor(from), to: Math.ceil(to) };
      const plan = planRange({ ...whole, points }, since());
      return readRange({ proxy: keyOf(id), profileId: id, ...whole }, plan);
    });
}

export function createHistory(database: DatabaseSync): History {
  const recent = createRecent(database);
  const blocks = createBlocks(database);
  const keys = createHistoryKeys(database, recent);
  const rollUp = createRollUp(database, recent, blocks);
  const retention = createRetention(database);
  const readSince = createSinceReader(database, blocks);
  const counted = createCounted(database, (proxy) => readSince(proxy, recent.ofProxy(proxy)));
  const runs = createConsoleRuns(database);
  const readMissed = createMissedReader(database, recent);
  const readSize = createSizeReader(database);
  const insertRestart = database.prepare('INSERT OR IGNORE INTO restart (proxy, at) VALUES (?, ?)');

  /** Takes a reading, and notes it with those of its part. */
  const take = (sample: Sample, parts: Map<number, SlottedReading[]>): void => {
    const { connections, restart, roundTripMs, missed } = sample;
    const at = Math.round(sample.at);
    if (!isTimeOfReading(at)) throw new RangeError('a reading of no time');
    const key = keys.obtain(sample.profileId);
    const part = partOf(key);
    const bytes = plausibleRate(sample.bytesPerSecond);
    const accesses = plausibleRate(sample.accessesPerSecond);
    // Without a rate and without a restart there was no reading just before.
    const fresh = bytes === null && accesses === null && !restart;
    const open = isImplausibleConnections(connections) ? null : Number(connections);
    const values = [open, bytes, accesses, roundTripMs, missed];
    const reading = { slot: slotOf(key), at, fresh, values };
    const readings = parts.get(part);
    if (readings === undefined) parts.set(part, [reading]);
    else readings.push(reading);
    const restartedAt = counted.take(key, sample);
    if (restart) insertRestart.run(key, at);
    if (restartedAt !== null) insertRestart.run(key, restartedAt);
  };
  const write = (task: () => void): void =>
    keys.guard(() => counted.guard(() => rollUp.guard(() => transaction(database, task))));
  const addAll = (samples: readonly Sample[]): void =>
    write(() => {
      const parts = new Map<number, SlottedReading[]>();
      for (const sample of samples) take(sample, parts);
      for (const [part, readings] of parts) {
        recent.add(part, readings);
        rollUp.added(part, readings.length);
      }
      rollUp.run(fullPart, Math.ceil(rollUp.parts() / batchesForAll));
    });
  function* maintain(now: number, kept = keptMsOf(usuallyKept)): Steps<undefined> {
    for (let part = 0; part < partsAtMaintain; part++) {
      write(() => rollUp.run(1, 1));
      yield;
    }
    write(() => runs.note(Math.floor(now), kept.day));
    yield;
    yield* retention.drop(Math.floor(now), kept, write);
    yield;
    // Only what nobody reads any more: it waits for no one.
    storing(database, () => database.exec('PRAGMA wal_checkpoint(PASSIVE)'));
    return undefined;
  }
  return {
    add(samples) {
      try {
        addAll(samples);
      } catch (error) {
        if (isStorageTrouble(error) || samples.length <= 1) throw error;
        for (const sample of samples) unlessFault(() => addAll([sample]));
        throw error;
      }
    },
    range: createRanges(database, { recent, blocks }, keys.find, retention.since),
    totals: ({ id, from, to }) =>
      storing(database, () => counted.totals(keys.find(id), Math.floor(from), Math.ceil(to))),
    missed: ({ id, from, to }) =>
      storing(database, () => readMissed(keys.find(id), Math.floor(from), Math.ceil(to))),
    runs: ({ from, to }) =>
      storing(database, () => runs.within({ from: Math.floor(from), to: Math.ceil(to) })),
    maintain,
    kept: () => storingSteps(database, readSize),
    forget(profileId) {
      write(() => {
        const key = keys.find(profileId);
        if (key !== null) counted.forget(key);
        keys.forget(profileId);
      });
    },
  };
}

/** Passes over what is told already; throws `storage-full` and `storage-failed`. */
function unlessFault(task: () => void): void {
  try {
    task();
  } catch (error) {
    if (isStorageTrouble(error)) throw error;
  }
}

/** A rate is never drawn below zero. */
function plausibleRate(rate: number | null): number | null {
  return rate !== null && Number.isFinite(rate) && rate >= 0 ? rate : null;
}
