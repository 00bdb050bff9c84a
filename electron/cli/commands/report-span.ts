import type { Span } from '../../../shared/model/history.ts';
import { type CalendarSpan, dayText } from '../../../shared/report/calendar.ts';
import { reportSpan } from '../../../shared/report/report-span.ts';
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
  const days = reportSpan(
    {
      span: from === undefined && to === undefined ? (span ?? 'day') : 'days',
      last: last === true,
      from: from ?? '',
      to: to ?? dayText(now),
    },
    now,
  );
  if (days === null) throw usageError({ case: 'report-span' }, 'report');
  return days;
}
