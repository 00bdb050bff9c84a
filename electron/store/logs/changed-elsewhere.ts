import type { DatabaseSync } from 'node:sqlite';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import { storing } from '../database/database-access.ts';
import { eventColumns, toEvent } from './event-row.ts';

/** An event that tells of a change that nobody made from here. */
export type ChangedElsewhere = Extract<ProxyEvent, { readonly kind: 'changed-elsewhere' }>;

/** Those of one profile since `from`, epoch milliseconds, so many at most, newest first. Throws `storage-full` and `storage-failed`. */
export type ChangesElsewhere = (
  profileId: string,
  from: number,
  limit: number,
) => readonly ChangedElsewhere[];

/** Finds them by their own index, however many events of other kinds there are. */
export function createChangesElsewhere(database: DatabaseSync): ChangesElsewhere {
  const newest = database.prepare(
    `SELECT ${eventColumns} FROM event WHERE id IN (
       SELECT id FROM event INDEXED BY event_elsewhere
       WHERE profile_id = ? AND kind = 'changed-elsewhere' AND at >= ? ORDER BY id DESC LIMIT ?)
     ORDER BY id DESC`,
  );
  return (profileId, from, limit) =>
    storing(database, () =>
      newest.all(profileId, Math.floor(from), limit).flatMap((row): readonly ChangedElsewhere[] => {
        const event = toEvent(row);
        return event?.kind === 'changed-elsewhere' ? [event] : [];
      }),
    );
}
