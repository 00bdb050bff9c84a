import type { Span } from '../../../shared/model/history.ts';
import { longestReportMs } from '../../../shared/model/report.ts';
import {
  type CalendarSpan,
  calendarSpan,
  daysSpan,
  dayText,
} from '../../../shared/report/calendar.ts';
import { usageError } from '../arguments/usage.ts';

/** Of which days a report is wanted. */
export interface SpanOptions {
  readonly span?: CalendarSpan;
  readonly last?: true;
  readonly from?: string;
  readonly to?: string;
}

/**
 * The span that the options say, by the local time of this machine; today where they say none. Throws `invalid-input` for days that are none, or
 * the wrong way round, or more than a year, and where none of them has begun.
 */
export function spanOf({ span, last, from, to }: SpanOptions, now: number): Span {
  const days =
    from === undefined && to === undefined
      ? calendarSpan(span ?? 'day', now, last === true ? 1 : 0)
      : daysSpan(from ?? '', to ?? dayText(now));
  if (days === null || days.from >= now || days.to - days.from > longestReportMs)
    throw usageError({ case: 'report-span' }, 'report');
  return days;
}
