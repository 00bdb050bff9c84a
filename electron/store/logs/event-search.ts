import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import {
  type EventCount,
  type EventFilter,
  eventMatcher,
  kindsOf,
  mostEventsCounted,
} from '../../../shared/model/event-filter.ts';
import { searcher, searchKey } from '../../../shared/model/search.ts';
import type { Steps } from '../../base/steps.ts';
import { eventColumns, newestEvent, toEvent, unnumberedEvents } from './event-row.ts';
import type { createSpanBounds } from './span-bounds.ts';

/** `limit` of those that are wanted, of one profile or of all, with an id below `before` where that is given. */
export interface EventQuery extends EventFilter {
  readonly id?: string;
  readonly limit: number;
  readonly before?: number;
}

/** Ids that are gone over between two pauses. */
const idsAtOnce = 2000;
/**
 * What is searched between two pauses takes some milliseconds, whoever wrote the texts: so many characters, of which each that is not of ASCII
 * counts as some, since it takes as much longer.
 */
const charactersAtOnce = 500_000;
const charactersOfOther = 200;

/** Where events are looked for. */
export interface EventPlace {
  readonly database: DatabaseSync;
  readonly boundsOf: ReturnType<typeof createSpanBounds>;
}

/** Newest first, with a pause after each portion of ids. Throws what SQLite throws. */
export function* searchEvents(place: EventPlace, query: EventQuery): Steps<ProxyEvent[]> {
  const { limit, before, id, ...filter } = query;
  const found: ProxyEvent[] = [];
  const wanted = id === undefined ? filter : { ...filter, ids: [id] };
  yield* scan(place, wanted, before, (event) => found.push(event) < limit);
  return found;
}

/** How many are wanted, as far as they are counted. Throws what SQLite throws. */
export function* countEvents(place: EventPlace, filter: EventFilter): Steps<EventCount> {
  const newest = Number(place.database.prepare(newestEvent).get()?.id ?? 0);
  let count = 0;
  let unreadable = Number(place.database.prepare(unnumberedEvents).get()?.count ?? 0);
  yield* scan(
    place,
    filter,
    newest + 1,
    () => ++count <= mostEventsCounted,
    () => unreadable++,
  );
  const more = count > mostEventsCounted;
  return { count: Math.min(count, mostEventsCounted), more, newest, unreadable };
}

/** Goes over those that are wanted, the newest first, until `onEvent` answers that it is enough; `onUnreadable` hears of each that is left out. */
function* scan(
  { database, boundsOf }: EventPlace,
  filter: EventFilter,
  before: number | undefined,
  onEvent: (event: ProxyEvent) => boolean,
  onUnreadable?: () => void,
): Steps<void> {
  const { where, values } = conditionsOf(filter);
  const portion = database.prepare(portionOf(where));
  const { least, most } = yield* boundsOf(filter);
  const fits = eventMatcher(filter);
  const mayFit = roughMatcher(filter.text ?? '');
  for (let end = Math.min(before ?? most + 1, most + 1); end > least; ) {
    let begin = Math.max(least, end - idsAtOnce);
    let left = charactersAtOnce;
    for (const row of portion.iterate({ ...values, begin, end })) {
      if (mayFit(row)) {
        const event = toEvent(row);
        if (event === undefined) onUnreadable?.();
        else if (fits(event) && !onEvent(event)) return;
      }
      left -= charactersOf(row);
      if (left > 0) continue;
      begin = Number(row.id);
      break;
    }
    end = begin;
    yield;
  }
}

/** One portion of ids, newest first. */
export function portionOf(where: readonly string[]): string {
  const conditions = ['id >= :begin', 'id < :end', ...where].join(' AND ');
  return `SELECT ${eventColumns} FROM event WHERE ${conditions} ORDER BY id DESC`;
}

/** What of a filter the database looks for, by its indexes; the times are looked for by `boundsOf` before. */
export function conditionsOf(filter: EventFilter): {
  readonly where: readonly string[];
  readonly values: Record<string, SQLInputValue>;
} {
  const { ids, from, to } = filter;
  const kinds = kindsOf(filter);
  // What cannot be read is stored as any kind.
  const stored = kinds?.includes('unreadable') === true ? null : kinds;
  const conditions: readonly (readonly [string, string, SQLInputValue | undefined])[] = [
    ['profile_id IN (SELECT value FROM json_each(:ids))', 'ids', ids && JSON.stringify(ids)],
    [
      'kind IN (SELECT value FROM json_each(:kinds))',
      'kinds',
      stored === null ? undefined : JSON.stringify(stored),
    ],
    ['+at >= :from', 'from', from],
    ['+at < :to', 'to', to],
  ];
  const given = conditions.flatMap(([sql, name, value]) =>
    value === undefined ? [] : [{ sql, name, value }],
  );
  return {
    where: given.map(({ sql }) => sql),
    values: Object.fromEntries(given.map(({ name, value }) => [name, value])),
  };
}

/** What it takes to search a row, in characters of ASCII. */
function charactersOf({ profileName, detail }: Record<string, unknown>): number {
  return [profileName, detail].reduce<number>((sum, value) => {
    const text = String(value);
    const others = isAscii(text) ? 0 : text.replace(/[\n\x20-\x7e]/g, '').length;
    return sum + text.length + others * charactersOfOther;
  }, 0);
}

function isAscii(text: string): boolean {
  return /^[\n\x20-\x7e]*$/.test(text);
}

/** Tells cheaply of a row as it is stored whether it may have the words: what is read of it has no others. */
function roughMatcher(text: string): (row: Record<string, unknown>) => boolean {
  // In JSON these are written otherwise.
  if (text === '' || /["\\\p{Cc}]/u.test(text)) return () => true;
  const says = searcher(text);
  const words = searchKey(text).split(' ');
  return ({ profileName, kind, detail }) => {
    const stored = `${profileName}\n${kind}\n${detail}`;
    // Nearly all are: what a search makes of such a text is its small letters, at a tenth of the time.
    if (!isAscii(stored)) return says([stored]);
    const small = stored.toLowerCase();
    return words.every((word) => small.includes(word));
  };
}
