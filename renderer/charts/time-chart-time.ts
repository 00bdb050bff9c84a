import type { HourCycle } from '../../shared/texts/format.ts';

/** Clock time on an axis: epoch milliseconds to hours and minutes, with seconds where asked, by the clock that all times are shown by. */
export function createChartTime(
  locale: string,
  hourCycle: HourCycle,
): (at: number, seconds: boolean) => string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle } as const;
  const short = new Intl.DateTimeFormat(locale, options);
  const long = new Intl.DateTimeFormat(locale, { ...options, second: '2-digit' });
  return (at, seconds) => (seconds ? long : short).format(at);
}

/** Labels of an axis of time, and times of what lies on it. */
export interface AxisTime {
  /** `step` is how far the lines lie apart, milliseconds: days have their date, and lines within a minute their seconds. */
  label(at: number, step: number): string;
  /** A point of a span of this length: with its date where the span holds more than a day, else with seconds. */
  point(at: number, spanMs: number): string;
}

export function createAxisTime(locale: string, hourCycle: HourCycle): AxisTime {
  const clock = createChartTime(locale, hourCycle);
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const minuteMs = 60_000;
  const dayMs = 86_400_000;
  // Midnight says what day begins.
  const startsDay = (at: number): boolean => {
    const time = new Date(at);
    return time.getHours() === 0 && time.getMinutes() === 0 && time.getSeconds() === 0;
  };
  return {
    label: (at, step) =>
      step >= dayMs || (startsDay(at) && step >= minuteMs)
        ? date.format(at)
        : clock(at, step < minuteMs),
    point: (at, spanMs) =>
      spanMs > dayMs ? `${date.format(at)} ${clock(at, false)}` : clock(at, true),
  };
}
