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
