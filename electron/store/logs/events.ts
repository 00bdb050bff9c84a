import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type ProxyEvent, proxyEventSchema } from '../../../shared/model/event.ts';
import { storing, transaction } from '../database/database-access.ts';

/** Events that are kept, the newest. */
export const keptEvents = 100_000;
/** Pruned in bulk, every so many events. */
const pruneEvery = 1000;

/** What happened to the proxies. Methods throw `storage-full` and `storage-failed`. */
export interface EventLog {
  add(event: Omit<ProxyEvent, 'id'>): ProxyEvent;
  /** Newest first, all of them or one profile's; `before` is an id. */
  list(query: { id?: string; limit: number; before?: number }): ProxyEvent[];
}

const columns = `id, at, profile_id AS profileId, profile_name AS profileName, kind, detail`;

export function createEventLog(database: DatabaseSync): EventLog {
  const insert = database.prepare(
    `INSERT INTO event (at, profile_id, profile_name, kind, detail) VALUES (?, ?, ?, ?, ?) RETURNING ${columns}`,
  );
  const newest = database.prepare(
    `SELECT ${columns} FROM event WHERE id < ? ORDER BY id DESC LIMIT ?`,
  );
  const newestOf = database.prepare(
    `SELECT ${columns} FROM event WHERE profile_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  );
  const prune = database.prepare('DELETE FROM event WHERE id <= ?');
  return {
    add: ({ at, profileId, profileName, kind, detail }) =>
      transaction(database, () => {
        const row = insert.get(
          Math.round(at),
          profileId,
          profileName,
          kind,
          JSON.stringify(detail),
        );
        const event = toEvent(row);
        if (event.id % pruneEvery === 0) prune.run(event.id - keptEvents);
        return event;
      }),
    list: ({ id, limit, before = Number.MAX_SAFE_INTEGER }) =>
      storing(database, () =>
        (id === undefined ? newest.all(before, limit) : newestOf.all(id, before, limit)).map(
          toEvent,
        ),
      ),
  };
}

const rowSchema = z.looseObject({ detail: z.string() });

function toEvent(row: unknown): ProxyEvent {
  const { detail, ...event } = rowSchema.parse(row);
  return proxyEventSchema.parse({ ...event, detail: JSON.parse(detail) });
}
