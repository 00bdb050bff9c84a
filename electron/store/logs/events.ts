import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type NewEvent, type ProxyEvent, proxyEventSchema } from '../../../shared/model/event.ts';
import { profileIdSchema } from '../../../shared/model/profile.ts';
import { shownText } from '../../../shared/spcp/ascii.ts';
import { storing, transaction } from '../database/database-access.ts';
import { parsedJson } from '../database/read-json.ts';
import { readablePage } from './readable-page.ts';

/** Events that are kept, the newest. */
export const keptEvents = 100_000;
/** Pruned in bulk, every so many events. */
const pruneEvery = 1000;
/** What is new is told in lots of so many at most. */
const mostAtOnce = 1000;

/** Of all profiles or of one; `before` is an id. */
export interface EventQuery {
  readonly id?: string;
  readonly limit: number;
  readonly before?: number;
}

/** What happened to the proxies. Methods throw `storage-full` and `storage-failed`. */
export interface EventLog {
  /** In one transaction: all of them, or none. */
  add(events: readonly NewEvent[]): readonly ProxyEvent[];
  /** Newest first. Whose kind or facts cannot be read is of the kind `unreadable`; without a time or a profile it is left out. */
  list(query: EventQuery): ProxyEvent[];
  /** What was added after this one, oldest first, the newest of very many; nothing where that is null. `newest`: the id to ask with next. */
  after(id: number | null): { readonly events: readonly ProxyEvent[]; readonly newest: number };
}

export const eventColumns = `id, at, profile_id AS profileId, profile_name AS profileName, kind, detail`;

export function createEventLog(database: DatabaseSync): EventLog {
  const insert = database.prepare(
    `INSERT INTO event (at, profile_id, profile_name, kind, detail) VALUES (?, ?, ?, ?, ?) RETURNING ${eventColumns}`,
  );
  const newest = database.prepare(
    `SELECT ${eventColumns} FROM event WHERE id < ? ORDER BY id DESC LIMIT ?`,
  );
  const newestOf = database.prepare(
    `SELECT ${eventColumns} FROM event WHERE profile_id = ? AND id < ? ORDER BY id DESC LIMIT ?`,
  );
  const between = database.prepare(
    `SELECT ${eventColumns} FROM event WHERE id > ? AND id <= ? ORDER BY id DESC LIMIT ${mostAtOnce}`,
  );
  const newestId = database.prepare('SELECT max(id) AS id FROM event');
  const prune = database.prepare('DELETE FROM event WHERE id <= ?');
  const addOne = ({ at, profileId, profileName, kind, detail }: NewEvent): ProxyEvent => {
    const row = insert.get(Math.round(at), profileId, profileName, kind, JSON.stringify(detail));
    const event = toEvent(row);
    if (event === undefined) throw new RangeError('an event of a profile without an id');
    if (event.id % pruneEvery === 0) prune.run(event.id - keptEvents);
    return event;
  };
  return {
    add: (events) => transaction(database, () => events.map(addOne)),
    list: ({ id, limit, before }) =>
      storing(database, () =>
        readablePage({ limit, before }, toEvent, (from) =>
          id === undefined ? newest.all(from, limit) : newestOf.all(id, from, limit),
        ),
      ),
    after: (id) =>
      storing(database, () => {
        // What another process adds between the two is told next time.
        const newest = Math.max(id ?? 0, Number(newestId.get()?.id ?? 0));
        const rows = id === null ? [] : between.all(id, newest);
        return { events: rows.flatMap((row) => toEvent(row) ?? []).reverse(), newest };
      }),
  };
}

const rowSchema = z.object({
  id: z.int(),
  at: z.number(),
  profileId: profileIdSchema,
  profileName: z.string(),
  kind: z.string(),
  detail: z.string(),
});

/** Characters of facts that cannot be read. */
const shownFacts = 300;

/** A row of another release may have a kind or facts that this one does not know: it is shown as what it is. */
export function toEvent(row: unknown): ProxyEvent | undefined {
  const read = rowSchema.safeParse(row);
  if (!read.success) return undefined;
  const { kind, detail, ...place } = read.data;
  const { success, data } = proxyEventSchema.safeParse({
    ...place,
    kind,
    detail: parsedJson(detail),
  });
  if (success) return data;
  const facts = shownText(detail.slice(0, shownFacts));
  return { ...place, kind: 'unreadable', detail: { kind: shownText(kind), facts } };
}
