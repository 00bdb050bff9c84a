import type { TimeSpan } from './sparkline-series.ts';
import type { ChartMark } from './time-chart-series.ts';

/** Marks that lie so near to each other that one button stands for them. */
export interface MarkGroup<Mark extends ChartMark> {
  /** The middle of them, as a part of the span from 0 to 1. */
  readonly place: number;
  /** In the order of time, at least one. */
  readonly marks: readonly Mark[];
}

/** The marks within a span, in the order of time, those together that lie less than this part of it from the first of them. */
export function groupMarks<Mark extends ChartMark>(
  marks: readonly Mark[],
  { from, to }: TimeSpan,
  reach: number,
): readonly MarkGroup<Mark>[] {
  const placeOf = (at: number): number => (at - from) / (to - from);
  const groups: { first: number; last: number; marks: Mark[] }[] = [];
  for (const mark of marks.toSorted((a, b) => a.at - b.at)) {
    const place = placeOf(mark.at);
    if (place < 0 || place > 1) continue;
    const group = groups.at(-1);
    if (group !== undefined && place - group.first < reach) {
      group.marks.push(mark);
      group.last = place;
    } else {
      groups.push({ first: place, last: place, marks: [mark] });
    }
  }
  return groups.map(({ first, last, marks: own }) => ({ place: (first + last) / 2, marks: own }));
}
