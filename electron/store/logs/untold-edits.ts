import type { DatabaseSync } from 'node:sqlite';
import type { FieldChange } from '../../../shared/facts/events.ts';
import type { NewEvent, ProxyEvent } from '../../../shared/model/event.ts';
import { eventColumns, toEvent } from './event-row.ts';

/** Whoever made an edit may have told of it so long before another process saw the file. */
const beforeMs = 60_000;
/** The newest events of a profile among which it may be told. */
const lookedAt = 200;

const editKinds = ['profile-added', 'profile-edited', 'profile-removed'] as const;
type Edit<T> = Extract<T, { readonly kind: (typeof editKinds)[number] }>;

/**
 * Tells what of an event is not told yet; null for nothing. Only edits of profiles by another process can be: it tells of them itself, and each console
 * on the data directory sees them in the file. Within a transaction that writes: of several consoles that see an edit nobody tells of, one keeps it.
 */
export function createUntoldEdits(database: DatabaseSync): (event: NewEvent) => NewEvent | null {
  const newest = database.prepare(
    `SELECT ${eventColumns} FROM event WHERE profile_id = ? ORDER BY id DESC LIMIT ${lookedAt}`,
  );
  return (event) => {
    if (!isEdit(event) || event.detail.by.case !== 'elsewhere') return event;
    const told = newest.all(event.profileId).flatMap((row): readonly Edit<ProxyEvent>[] => {
      const read = toEvent(row);
      return read !== undefined && isEdit(read) && read.at >= event.at - beforeMs ? [read] : [];
    });
    if (event.kind !== 'profile-edited') {
      const last = told.find(({ kind }) => kind !== 'profile-edited');
      return last?.kind === event.kind ? null : event;
    }
    // Two edits in a row may be seen as one: what counts is what each field became at last.
    const changes = event.detail.changes.filter((change) => !isTold(change, told));
    if (changes.length === 0) return null;
    return { ...event, detail: { ...event.detail, changes } };
  };
}

/** `told` are the newest first. */
function isTold({ field, to }: FieldChange, told: readonly Edit<ProxyEvent>[]): boolean {
  const changes = told.flatMap((each) =>
    each.kind === 'profile-edited' ? each.detail.changes : [],
  );
  return changes.find((each) => each.field === field)?.to === to;
}

function isEdit<T extends NewEvent>(event: T): event is Edit<T> {
  return editKinds.some((kind) => kind === event.kind);
}
