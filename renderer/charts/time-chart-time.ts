import type { HourCycle } from '../../shared/texts/format.ts';
import type { TimeSpan } from './sparkline-series.ts';

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
  /**
   * A point of a span: with its date where the span holds more than a day, else with seconds; with its distance from UTC where the clocks are
   * set within the span, since an hour comes twice then, or not at all.
   */
  point(at: number, span: TimeSpan): string;
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
    point: (at, { from, to }) => {
      const isSet = new Date(from).getTimezoneOffset() !== new Date(to).getTimezoneOffset();
      const zone = isSet ? ` ${offsetOf(at)}` : '';
      const time = to - from > dayMs ? `${date.format(at)} ${clock(at, false)}` : clock(at, true);
      return time + zone;
    },
  };
}

/** How far ahead of UTC the clocks are at a time: `UTC+2`, `UTC−3:30`. */
function offsetOf(at: number): string {
  const ahead = -new Date(at).getTimezoneOffset();
  const [hours, minutes] = [Math.trunc(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `UTC${ahead < 0 ? '−' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}
