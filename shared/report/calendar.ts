import type { Span } from '../model/history.ts';

/** The spans of a calendar. */
export const calendarSpans = ['day', 'week', 'month'] as const;
export type CalendarSpan = (typeof calendarSpans)[number];

/**
 * The day, the week (from Monday) or the month that `now` (epoch milliseconds) lies in, by the local time of this machine, or the one `back` before
 * it. Where the clock is changed a day has 23 or 25 hours.
 */
export function calendarSpan(span: CalendarSpan, now: number, back = 0): Span {
  const today = new Date(now);
  const at = (month: number, day: number): number =>
    new Date(today.getFullYear(), month, day).getTime();
  const month = today.getMonth();
  const day = today.getDate();
  switch (span) {
    case 'day':
      return { from: at(month, day - back), to: at(month, day - back + 1) };
    case 'week': {
      const monday = day - ((today.getDay() + 6) % 7) - 7 * back;
      return { from: at(month, monday), to: at(month, monday + 7) };
    }
    case 'month':
      return { from: at(month - back, 1), to: at(month - back + 1, 1) };
  }
}

/** When a day that is written `2026-05-01` begins, by the local time of this machine, epoch milliseconds; null for what is no day. */
export function dayOf(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  // The 31st of April would be the 1st of May, and the year 50 that of 1950.
  return dayText(date.getTime()) === text ? date.getTime() : null;
}

/** The reverse: the day that a time lies in. */
export function dayText(at: number): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** From the first of two days to the end of the last; null where one is no day, or they are the wrong way round. */
export function daysSpan(first: string, last: string): Span | null {
  const from = dayOf(first);
  const lastFrom = dayOf(last);
  if (from === null || lastFrom === null || lastFrom < from) return null;
  return { from, to: calendarSpan('day', lastFrom, -1).from };
}
