import type { DatabaseSync } from 'node:sqlite';
import { type Alert, alertSchema } from '../../shared/model/alert.ts';
import type { Span } from '../../shared/model/history.ts';
import { storing } from './database/database-access.ts';
import { readJson } from './database/read-json.ts';

/**
 * The alerts that held at a time of the span, the first to fire first; what another release wrote and this one cannot read is passed over. Throws
 * `storage-failed`.
 */
export function alertsWithin(database: DatabaseSync, { from, to }: Span): Alert[] {
  return storing(database, () =>
    database
      .prepare(
        `SELECT alert FROM alert WHERE over_at IS NULL AND fired_at < :to
         UNION ALL SELECT alert FROM alert WHERE over_at IS NOT NULL AND over_at >= :from AND fired_at < :to`,
      )
      .all({ from, to })
      .flatMap(({ alert }) => readJson(alertSchema, String(alert)) ?? [])
      .toSorted((a, b) => a.firedAt - b.firedAt),
  );
}
