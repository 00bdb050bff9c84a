/** Clock time on an axis: epoch milliseconds to hours and minutes, with seconds where asked. The day's 24 hours in every language, since an axis has no room for more. */
export function createChartTime(locale: string): (at: number, seconds: boolean) => string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const short = new Intl.DateTimeFormat(locale, options);
  const long = new Intl.DateTimeFormat(locale, { ...options, second: '2-digit' });
  return (at, seconds) => (seconds ? long : short).format(at);
}
