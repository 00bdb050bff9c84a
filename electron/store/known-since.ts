import type { DatabaseSync } from 'node:sqlite';
import { keptAlerts } from './alerts.ts';
import { storing } from './database/database-access.ts';
import { isCount, isTime } from './database/readable-time.ts';

/** From when on all of it is kept, epoch milliseconds; null where nothing of it was ever dropped. */
export interface KnownSince {
  readonly events: number | null;
  /** Alerts that are over. */
  readonly alerts: number | null;
}

/** What was dropped since there may be so much of it and no more. Throws `storage-failed`. */
export function knownSince(database: DatabaseSync): KnownSince {
  return storing(database, () => {
    // Events are numbered from 1 on, and the oldest are dropped.
    const oldest = database
      .prepare(
        `SELECT id, at FROM event WHERE ${isCount('id')} AND ${isTime('at')} ORDER BY id LIMIT 1`,
      )
      .get();
    const past = database
      .prepare(
        'SELECT count(*) AS count, min(over_at) AS since FROM alert WHERE over_at IS NOT NULL',
      )
      .get();
    return {
      events: oldest === undefined || oldest.id === 1 ? null : Number(oldest.at),
      alerts: Number(past?.count ?? 0) < keptAlerts ? null : Number(past?.since),
    };
  });
}
