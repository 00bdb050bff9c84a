import type { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { believedAfterMs } from '../../../../electron/store/history/retention.ts';
import { sample } from '../samples.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Milliseconds. */
export const second = 1000;
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A history on a database of its own, closed and removed after the test. */
export function setUp(directory = temporaryDirectory()) {
  const { database, close } = openDatabase(directory);
  onTestFinished(close);
  return { directory, database, close, history: createHistory(database) };
}

/** A reading each second. */
export function everySecond(from: number, to: number, others: Parameters<typeof sample>[1] = {}) {
  return Array.from({ length: (to - from) / second }, (_, index) =>
    sample(from + index * second, others),
  );
}

/** How many readings themselves are kept in blocks, and from when on, epoch milliseconds. */
export function readingsIn(database: DatabaseSync) {
  const row = database
    .prepare('SELECT total(count) AS count, min(first) AS since FROM raw_block')
    .get();
  return { count: Number(row?.count), since: Number(row?.since) };
}

/** Upkeep at a time to which the clock has come by itself. */
export function maintain(history: ReturnType<typeof setUp>['history'], now: number): void {
  toEnd(history.maintain(now - believedAfterMs));
  toEnd(history.maintain(now));
}
