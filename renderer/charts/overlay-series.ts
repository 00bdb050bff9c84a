import uPlot from 'uplot';
import type { HistoryMark, HistoryRange } from '../../shared/model/history.ts';
import type { SeriesName } from '../api/point-ring.ts';
import type { TimeSpan } from './sparkline-series.ts';

/** What an overlay can draw at once and still be read: each line has a hue and a dash of its own. */
export const mostLines = 12;

/** One proxy and what is kept of it. */
export interface History {
  readonly id: string;
  readonly name: string;
  readonly range: HistoryRange;
  /** Where this is the same proxy at another time: the number of the line of now, whose looks it has, paler. */
  readonly pastOf?: number;
}

/** A mark that says of which proxy it is. */
export type NamedMark = HistoryMark & { readonly name: string };
export type OverlayMark = NamedMark & { readonly proxyId: string };

/** Of one proxy at the times of all: null is a gap, until its next value; undefined a time at which only others were read. */
type Values = readonly (number | null | undefined)[];

export interface OverlayLine {
  readonly id: string;
  readonly name: string;
  readonly values: Values;
  /** Which looks it has. */
  readonly look: number;
  /** It is of another time. */
  readonly pale: boolean;
  /** Milliseconds from one value to the next, as a rule; 0 where there are not two. */
  readonly step: number;
}

/** Several proxies on one axis of time: the times of all of them, rising, epoch milliseconds. */
export interface OverlayPicture extends TimeSpan {
  readonly at: readonly number[];
  readonly lines: readonly OverlayLine[];
  /** Epoch milliseconds of the first reading that is kept of any of them; null where there is none. */
  readonly since: number | null;
  /** In the order of time. */
  readonly marks: readonly OverlayMark[];
}

/** When the first reading of any of them was kept, epoch milliseconds; null where there is none. */
export function sinceOf(ranges: Iterable<HistoryRange>): number | null {
  const all = [...ranges].flatMap(({ since }) => (since === null ? [] : [since]));
  return all.length === 0 ? null : Math.min(...all);
}

/** One metric of several proxies on one axis. */
export function overlayOf(
  histories: readonly History[],
  series: SeriesName,
  { from, to }: TimeSpan,
): OverlayPicture {
  const tables = histories.map(
    ({ range }) => [[...range.at], [...range[series].mean]] as uPlot.AlignedData,
  );
  const [at = [], ...columns] = tables.length === 0 ? [] : uPlot.join(tables);
  const lines = histories.map(({ id, name, range, pastOf }, index) => ({
    id,
    name,
    look: pastOf ?? index,
    pale: pastOf !== undefined,
    values: wholeGaps((columns[index] ?? []) as Values),
    step: stepOf(range.at),
  }));
  const marks = histories
    .flatMap((history) => marksOf(history, { from, to }))
    .sort((a, b) => a.at - b.at);
  const present = histories.filter(({ pastOf }) => pastOf === undefined);
  const since = sinceOf(present.map(({ range }) => range));
  return { from, to, at: [...at], lines, since, marks };
}

/** Within a gap there is no value at the times of others either, or the line would be drawn across it. */
function wholeGaps(column: Values): Values {
  let inGap = false;
  return column.map((value) => {
    if (value !== undefined) inGap = value === null;
    return inGap ? null : value;
  });
}

/** What is marked of one proxy within a span, in the order of time. */
export function marksOf(
  { id, name, range }: Pick<History, 'id' | 'name' | 'range'>,
  { from, to }: TimeSpan,
): readonly OverlayMark[] {
  return range.marks
    .filter(({ at }) => at >= from && at <= to)
    .map((mark) => ({ ...mark, proxyId: id, name }));
}

/** The pause between two points that half of all are not longer than. */
export function stepOf(at: readonly number[]): number {
  const steps = at.slice(1).map((time, index) => time - (at[index] ?? time));
  return steps.toSorted((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 0;
}

/** A value is of a time for as long as this many of its steps. */
const holds = 3;

/** The index of the line's own point nearest before a time of all, or -1 where it says nothing of that time: within a gap, before its first point, long after its last. */
export function pointBefore({ at, lines }: OverlayPicture, line: number, index: number): number {
  const shown = lines[line];
  if (shown === undefined) return -1;
  let own = index;
  while (own >= 0 && shown.values[own] === undefined) own--;
  if (own < 0 || shown.values[own] === null) return -1;
  const age = (at[index] ?? 0) - (at[own] ?? 0);
  return age <= holds * shown.step ? own : -1;
}

export interface ReadOutRow {
  /** Number of the line. */
  readonly line: number;
  readonly look: number;
  readonly pale: boolean;
  readonly name: string;
  readonly value: number | null;
}

/** What every line says of one time, the greatest first; those without data last, in their own order. */
export function readOut(picture: OverlayPicture, index: number): readonly ReadOutRow[] {
  return picture.lines
    .map(({ name, values, look, pale }, line) => {
      const own = pointBefore(picture, line, index);
      return { line, look, pale, name, value: own < 0 ? null : (values[own] ?? null) };
    })
    .sort((a, b) => (b.value ?? -Number.MAX_VALUE) - (a.value ?? -Number.MAX_VALUE));
}

/** The marks that lie within `reach` milliseconds of a time. */
export function marksNear(
  { marks }: OverlayPicture,
  at: number,
  reach: number,
): readonly OverlayMark[] {
  return marks.filter((mark) => Math.abs(mark.at - at) <= reach);
}

/** The index of a line's last point that is drawn, or -1. */
export function lineEnd({ lines }: OverlayPicture, line: number): number {
  return lines[line]?.values.findLastIndex((value) => value != null) ?? -1;
}
