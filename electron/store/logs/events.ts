import type { DatabaseSync } from 'node:sqlite';
import { keptEvents, type NewEvent, type ProxyEvent } from '../../../shared/model/event.ts';
import type { EventCount, EventFilter } from '../../../shared/model/event-filter.ts';
import { type Steps, toEnd } from '../../base/steps.ts';
import { storing, storingSteps, transaction } from '../database/database-access.ts';
import { eventColumns, newestEvent, toEvent } from './event-row.ts';
import { countEvents, type EventQuery, searchEvents } from './event-search.ts';
import { createSpanBounds } from './span-bounds.ts';
import { createUntoldEdits } from './untold-edits.ts';

/** Pruned in bulk, every so many events. */
const pruneEvery = 1000;
/** What is new is told in lots of so many at most. */
const mostAtOnce = 1000;

/** What happened to the proxies. Methods throw `storage-full` and `storage-failed`. */
export interface EventLog {
  /**
   * In one transaction: all of them, or none. Of edits of profiles that nobody here made, what is told by now by whoever made them is left out.
   * Answers what was added.
   */
  add(events: readonly NewEvent[]): readonly ProxyEvent[];
  /** Newest first. Whose kind or facts cannot be read is of the kind `unreadable`; without a time or a profile it is left out. */
  list(query: EventQuery): ProxyEvent[];
  /** The same, with pauses. */
  search(query: EventQuery): Steps<ProxyEvent[]>;
  /** How many are wanted, with pauses. */
  count(filter: EventFilter): Steps<EventCount>;
  /** What was added after this one, oldest first, the newest of very many; nothing where that is null. `newest`: the id to ask with next. */
  after(id: number | null): { readonly events: readonly ProxyEvent[]; readonly newest: number };
}

export function createEventLog(database: DatabaseSync): EventLog {
  const insert = database.prepare(
    `INSERT INTO event (at, profile_id, profile_name, kind, detail) VALUES (?, ?, ?, ?, ?) RETURNING ${eventColumns}`,
  );
  const between = database.prepare(
    `SELECT ${eventColumns} FROM event WHERE id > ? AND id <= ? ORDER BY id DESC LIMIT ${mostAtOnce}`,
  );
  const newestId = database.prepare(newestEvent);
  const prune = database.prepare('DELETE FROM event WHERE id <= ?');
  const untold = createUntoldEdits(database);
  const addOne = ({ at, profileId, profileName, kind, detail }: NewEvent): ProxyEvent => {
    const row = insert.get(Math.round(at), profileId, profileName, kind, JSON.stringify(detail));
    const event = toEvent(row);
    if (event === undefined) throw new RangeError('an event of a profile without an id');
    if (event.id % pruneEvery === 0) prune.run(event.id - keptEvents);
    return event;
  };
  const place = { database, boundsOf: createSpanBounds(database) };
  const search = (query: EventQuery): Steps<ProxyEvent[]> =>
    storingSteps(database, () => searchEvents(place, query));
  return {
    add: (events) =>
      transaction(database, () =>
        events.flatMap((event) => {
          const left = untold(event);
          return left === null ? [] : addOne(left);
        }),
      ),
    list: (query) => toEnd(search(query)),
    search,
    count: (filter) => storingSteps(database, () => countEvents(place, filter)),
    after: (id) =>
      storing(database, () => {
        // What another process adds between the two is told next time.
        const newest = Math.max(id ?? 0, Number(newestId.get()?.id ?? 0));
        const rows = id === null ? [] : between.all(id, newest);
        return { events: rows.flatMap((row) => toEvent(row) ?? []).reverse(), newest };
      }),
  };
}
