import type { ProxyEvent } from '../../shared/model/event.ts';
import type { HistoryMark, HistoryRange } from '../../shared/model/history.ts';
import { type LivePoints, type PointSeries, pointSeries } from './point-ring.ts';

/**
 * What is kept of one proxy with the readings that came after it, from `from` on. The last point before `from` stays, so that a line enters from
 * the edge. The same object where there is nothing new and nothing old.
 */
export function extendRange(
  known: HistoryRange,
  ring: LivePoints,
  marks: readonly HistoryMark[],
  from: number,
): HistoryRange {
  const range = withoutFuture(known, ring);
  const last = range.at.at(-1) ?? from;
  const at: number[] = [];
  const added = new Map<PointSeries, (number | null)[]>();
  for (const name of pointSeries) {
    const values: (number | null)[] = [];
    ring.each(name, (time, value) => {
      if (time <= last) return;
      if (added.size === 0) at.push(time);
      values.push(Number.isNaN(value) ? null : value);
    });
    added.set(name, values);
  }
  const within = range.at.findIndex((time) => time >= from);
  const start = Math.max(0, (within < 0 ? range.at.length : within) - 1);
  const newMarks = marks.filter((mark) => !range.marks.some((known) => isSame(known, mark)));
  if (at.length === 0 && start === 0 && newMarks.length === 0) return range;
  const bandOf = (name: PointSeries) => {
    const values = added.get(name) ?? [];
    const { min, mean, max } = range[name];
    const joined = (column: readonly (number | null)[]) => [...column.slice(start), ...values];
    return { min: joined(min), mean: joined(mean), max: joined(max) };
  };
  return {
    ...range,
    ...Object.fromEntries(pointSeries.map((name) => [name, bandOf(name)])),
    since: range.since ?? at[0] ?? null,
    at: [...range.at.slice(start), ...at],
    marks: [...range.marks, ...newMarks].sort((a, b) => a.at - b.at),
  };
}

/** A range that ends so much later than the newest reading, milliseconds, was read before the clock was set back. */
const setBackMs = 60_000;

/** Without the points of a clock that was ahead: time goes on from the readings that came since it was set back. */
function withoutFuture(range: HistoryRange, ring: LivePoints): HistoryRange {
  let oldest = Number.POSITIVE_INFINITY;
  let newest = Number.NEGATIVE_INFINITY;
  ring.each('connections', (at) => {
    oldest = Math.min(oldest, at);
    newest = Math.max(newest, at);
  });
  const [before, last] = [range.at.at(-2) ?? 0, range.at.at(-1) ?? 0];
  if (ring.length === 0 || newest > last - Math.max(setBackMs, last - before)) return range;
  const end = range.at.findIndex((at) => at >= oldest);
  if (end < 0) return range;
  const cut = (column: readonly (number | null)[]) => column.slice(0, end);
  const bands = pointSeries.map((name) => {
    const { min, mean, max } = range[name];
    return [name, { min: cut(min), mean: cut(mean), max: cut(max) }];
  });
  const marks = range.marks.filter(({ at }) => at <= newest);
  return { ...range, ...Object.fromEntries(bands), at: range.at.slice(0, end), marks };
}

/** A restart is noticed by the poll that is kept and told as an event, each with its own time, milliseconds. */
const sameRestartMs = 2000;

function isSame(a: HistoryMark, b: HistoryMark): boolean {
  if (a.kind === 'change') return b.kind === 'change' && a.auditId === b.auditId;
  if (a.kind === 'elsewhere') return b.kind === 'elsewhere' && a.at === b.at;
  return b.kind === 'restart' && Math.abs(a.at - b.at) < sameRestartMs;
}

/** What of the events of one proxy is marked on charts, from `from` on. */
export function marksOfEvents(
  events: readonly ProxyEvent[],
  id: string,
  from: number,
): readonly HistoryMark[] {
  return events.flatMap((event): HistoryMark[] => {
    if (event.profileId !== id || event.at < from) return [];
    if (event.kind === 'restarted') return [{ at: event.at, kind: 'restart' }];
    if (event.kind === 'changed-elsewhere') {
      const { until: _until, ...what } = event.detail;
      return [{ at: event.at, kind: 'elsewhere', ...what }];
    }
    if (event.kind !== 'changed') return [];
    const { setting, from: before, to, outcome, who, shell, auditId } = event.detail;
    const change = { setting, from: before, to, outcome, who: who ?? '', shell, auditId };
    return [{ at: event.at, kind: 'change', ...change }];
  });
}

/** The fact that a mark of a change tells: what happened, and its detail. */
export function factOfMark(
  mark: Exclude<HistoryMark, { kind: 'restart' }>,
): Pick<ProxyEvent, 'kind' | 'detail'> {
  if (mark.kind === 'change') {
    const { kind: _, ...detail } = mark;
    return { kind: 'changed', detail } as Pick<ProxyEvent<'changed'>, 'kind' | 'detail'>;
  }
  return { kind: 'changed-elsewhere', detail: { ...mark, until: mark.at } };
}

/** Whether readings may be lacking between what is known, all of it up to `fetchedTo`, and the oldest of the ring. */
export function isLacking(range: HistoryRange, ring: LivePoints, fetchedTo: number): boolean {
  let oldest = Number.POSITIVE_INFINITY;
  ring.each('connections', (at) => {
    oldest = Math.min(oldest, at);
  });
  return ring.length > 0 && oldest > Math.max(fetchedTo, range.at.at(-1) ?? 0);
}
