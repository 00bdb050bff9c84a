import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calendarSpan, dayOf, daysSpan, dayText } from '../../../shared/report/calendar.ts';

const hour = 3_600_000;
const at = (text: string): number => Date.parse(text);
const spanText = ({ from, to }: { from: number; to: number }): readonly string[] =>
  [from, to].map((time) => new Date(time).toISOString());

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Madrid');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the spans of the calendar, in Madrid', () => {
  it('are the day, the week from Monday and the month that a time lies in', () => {
    // A Sunday, already in Madrid.
    const now = at('2026-05-02T22:30:00Z');
    expect(spanText(calendarSpan('day', now))).toEqual([
      '2026-05-02T22:00:00.000Z',
      '2026-05-03T22:00:00.000Z',
    ]);
    expect(spanText(calendarSpan('week', now))).toEqual([
      '2026-04-26T22:00:00.000Z',
      '2026-05-03T22:00:00.000Z',
    ]);
    expect(spanText(calendarSpan('month', now))).toEqual([
      '2026-04-30T22:00:00.000Z',
      '2026-05-31T22:00:00.000Z',
    ]);
  });

  it('are those before, over the end of a year', () => {
    const now = at('2027-01-01T11:00:00Z');
    expect(spanText(calendarSpan('day', now, 1))).toEqual([
      '2026-12-30T23:00:00.000Z',
      '2026-12-31T23:00:00.000Z',
    ]);
    expect(spanText(calendarSpan('week', now, 1))).toEqual([
      '2026-12-20T23:00:00.000Z',
      '2026-12-27T23:00:00.000Z',
    ]);
    expect(spanText(calendarSpan('month', now, 1))).toEqual([
      '2026-11-30T23:00:00.000Z',
      '2026-12-31T23:00:00.000Z',
    ]);
  });

  it.each([
    ['23 hours where the clock is put forward', '2026-03-29T12:00:00Z', 23],
    ['25 hours where it is put back', '2026-10-25T12:00:00Z', 25],
    ['24 hours else', '2026-10-26T12:00:00Z', 24],
  ])('a day has %s', (_, now, hours) => {
    const { from, to } = calendarSpan('day', at(now));
    expect((to - from) / hour).toBe(hours);
    expect(dayText(from)).toBe(now.slice(0, 10));
  });

  it('a week and a month have an hour less or more then', () => {
    const hoursOf = (span: 'week' | 'month', now: string): number => {
      const { from, to } = calendarSpan(span, at(now));
      return (to - from) / hour;
    };
    expect(hoursOf('week', '2026-03-29T12:00:00Z')).toBe(7 * 24 - 1);
    expect(hoursOf('week', '2026-10-25T12:00:00Z')).toBe(7 * 24 + 1);
    expect(hoursOf('month', '2026-03-10T12:00:00Z')).toBe(31 * 24 - 1);
    expect(hoursOf('month', '2026-10-10T12:00:00Z')).toBe(31 * 24 + 1);
  });
});

describe('days that are written', () => {
  it('begin at midnight of Madrid, and the last one is meant whole', () => {
    expect(dayOf('2026-05-01')).toBe(at('2026-04-30T22:00:00Z'));
    expect(daysSpan('2026-10-25', '2026-10-25')).toEqual({
      from: at('2026-10-24T22:00:00Z'),
      to: at('2026-10-25T23:00:00Z'),
    });
  });

  it.each([
    '',
    '2026-04-31',
    '2026-02-29',
    '2026-13-01',
    '26-05-01',
    '2026-05-01T00:00',
    '0050-01-01x',
  ])('are none: %j', (text) => {
    expect(dayOf(text)).toBeNull();
    expect(daysSpan(text, '2026-05-01')).toBeNull();
  });

  it('are none the wrong way round', () => {
    expect(daysSpan('2026-05-02', '2026-05-01')).toBeNull();
  });
});
