import type { DatabaseSync } from 'node:sqlite';
import type { EventFilter } from '../../../shared/model/event-filter.ts';
import type { Steps } from '../../base/steps.ts';
import { isCount } from '../database/readable-time.ts';

/** Events of the index of times that are gone over between two pauses: some milliseconds. */
const eventsAtOnce = 20_000;
/** Spans whose bounds are remembered: those of the searches that are under way. */
const mostSpans = 8;

/** Between which ids the events of a span lie, both included; `most` is less than `least` where there are none. */
export interface SpanBounds {
  readonly least: number;
  readonly most: number;
}

type Span = Pick<EventFilter, 'from' | 'to'>;

export const boundsInTime = `SELECT min(id) AS least, max(id) AS most FROM event WHERE at >= :from AND at < :to AND ${isCount('+id')}`;
export const endOfPart = `SELECT at FROM event WHERE at >= :from AND at < :to ORDER BY at LIMIT 1 OFFSET ${eventsAtOnce}`;
export const boundsOfNew = `SELECT min(id) AS least, max(id) AS most FROM event WHERE id > :after AND +at >= :from AND +at < :to AND ${isCount('+id')}`;

/**
 * Between which ids the events of a span lie: nearly those alone, since events are numbered as they come. The index of times is gone over once for
 * all pages of a search: what is new since then is numbered higher. Throws what SQLite throws.
 */
export function createSpanBounds(database: DatabaseSync): (span: Span) => Steps<SpanBounds> {
  const ends = database.prepare(
    `SELECT (SELECT min(id) FROM event WHERE ${isCount('id')}) AS least, (SELECT max(id) FROM event WHERE ${isCount('id')}) AS most`,
  );
  const inTime = database.prepare(boundsInTime);
  const partEnd = database.prepare(endOfPart);
  const ofNew = database.prepare(boundsOfNew);
  /** By span, with the last id that was looked at. */
  const known = new Map<string, SpanBounds & { readonly newest: number }>();

  function* inParts({ from, to }: Required<Span>): Steps<SpanBounds> {
    let all = none;
    for (let begin = from; begin < to; ) {
      const at = partEnd.get({ from: begin, to })?.at;
      // Also where more than one part is of the same millisecond.
      const end = at === undefined ? to : Math.max(Number(at), Math.floor(begin) + 1);
      all = joined(all, inTime.get({ from: begin, to: end }));
      begin = end;
      if (begin < to) yield;
    }
    return all;
  }
  return function* ({ from, to }) {
    const all = joined(none, ends.get());
    if (from === undefined && to === undefined) return all;
    const span = { from: from ?? -Number.MAX_SAFE_INTEGER, to: to ?? Number.MAX_SAFE_INTEGER };
    const name = `${span.from} ${span.to}`;
    const before = known.get(name);
    const isFresh = before !== undefined && all.most - before.newest <= eventsAtOnce;
    const bounds = isFresh
      ? joined(before, ofNew.get({ ...span, after: before.newest }))
      : yield* inParts(span);
    known.delete(name);
    known.set(name, { ...bounds, newest: all.most });
    for (const oldest of [...known.keys()].slice(0, -mostSpans)) known.delete(oldest);
    return bounds;
  };
}

const none: SpanBounds = { least: Number.MAX_SAFE_INTEGER, most: -1 };

function joined(bounds: SpanBounds, row: Record<string, unknown> | undefined): SpanBounds {
  if (typeof row?.least !== 'number' || typeof row.most !== 'number') return bounds;
  return { least: Math.min(bounds.least, row.least), most: Math.max(bounds.most, row.most) };
}
