import type { DatabaseSync } from 'node:sqlite';
import { storing, transaction } from './database/database-access.ts';

/** Who is told: people may have quiet hours, the webhook gets everything. */
export type Audience = 'people' | 'webhook';

/** Of which alerts whom was told, over restarts of the app. Of several processes the one that claims tells. Throws as `storing`. */
export interface AlertTold {
  /** Whether somebody claimed to tell them that it fired. */
  isTold(id: string, audience: Audience): boolean;
  /** Those of these that nobody claimed before. `at` is epoch milliseconds. */
  claim(
    ids: readonly string[],
    audience: Audience,
    news: 'fired' | 'over',
    at: number,
  ): readonly string[];
  /** Those of these that were told of, and not within so long, milliseconds. A clock that was set back keeps nothing from being told. */
  claimAgain(
    ids: readonly string[],
    audience: Audience,
    at: number,
    afterMs: number,
  ): readonly string[];
}

export function createAlertTold(database: DatabaseSync): AlertTold {
  const find = database.prepare(
    "SELECT 1 FROM alert_told WHERE alert = ? AND audience = ? AND news = 'fired'",
  );
  const add = database.prepare(
    'INSERT OR IGNORE INTO alert_told (alert, audience, news, at) VALUES (?, ?, ?, ?)',
  );
  const renew = database.prepare(
    "UPDATE alert_told SET at = ?1 WHERE alert = ?2 AND audience = ?3 AND news = 'fired' AND (at <= ?1 - ?4 OR at > ?1)",
  );
  return {
    isTold: (id, audience) => storing(database, () => find.get(id, audience) !== undefined),
    claim: (ids, audience, news, at) =>
      transaction(database, () =>
        ids.filter((id) => add.run(id, audience, news, Math.round(at)).changes > 0),
      ),
    claimAgain: (ids, audience, at, afterMs) =>
      transaction(database, () =>
        ids.filter((id) => renew.run(Math.round(at), id, audience, afterMs).changes > 0),
      ),
  };
}
