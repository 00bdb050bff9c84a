import type { Span } from '../model/history.ts';
import { longestReportMs } from '../model/report.ts';
import { type CalendarSpan, calendarSpan, daysSpan } from './calendar.ts';

/** Over which days a report is wanted: those from the first to the last, written `2026-05-01`, or a span of the calendar, `last` the one before. */
export interface ChosenSpan {
  readonly span: CalendarSpan | 'days';
  readonly last: boolean;
  readonly from: string;
  readonly to: string;
}

/** The span by the local time of this machine; null for days that are none, or the wrong way round, or more than a year, and where none of them has begun. */
export function reportSpan({ span, last, from, to }: ChosenSpan, now: number): Span | null {
  const days = span === 'days' ? daysSpan(from, to) : calendarSpan(span, now, last ? 1 : 0);
  return days === null || days.from >= now || days.to - days.from > longestReportMs ? null : days;
}
