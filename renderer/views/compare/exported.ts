import { csvLines } from '../../../shared/texts/csv.ts';
import type { SeriesName } from '../../api/point-ring.ts';
import type { History } from '../../charts/overlay-series.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';

/** All that is shown, as the store answered it. */
export interface Shown {
  readonly span: TimeSpan;
  readonly metrics: readonly SeriesName[];
  readonly histories: readonly History[];
}

/** As JSON: times are epoch milliseconds, rates per second; null is "no data". */
export function jsonOf({ span, metrics, histories }: Shown): string {
  const proxies = histories.map(({ id, name, range }) => ({
    id,
    name,
    since: range.since,
    level: range.level,
    at: range.at,
    ...Object.fromEntries(metrics.map((metric) => [metric, range[metric]])),
    marks: range.marks,
  }));
  return `${JSON.stringify({ from: span.from, to: span.to, metrics, proxies }, null, 2)}\n`;
}

/** As CSV (RFC 4180): one line for each point of each proxy. Times are ISO 8601 in UTC; an empty field is "no data". */
export function csvOf({ metrics, histories }: Shown): string {
  const bands = ['min', 'mean', 'max'] as const;
  const head = [
    'time',
    'proxy',
    'id',
    ...metrics.flatMap((metric) => bands.map((band) => `${metric}_${band}`)),
  ];
  const lines = histories.flatMap(({ id, name, range }) =>
    range.at.map((at, i) => [
      new Date(at).toISOString(),
      name,
      id,
      ...metrics.flatMap((metric) => bands.map((band) => String(range[metric][band][i] ?? ''))),
    ]),
  );
  return csvLines([head, ...lines]);
}

/** A file's name without its ending: what it is of and when, in letters that every file system takes. */
export function fileNameOf({ span, metrics }: Shown): string {
  const time = new Date(span.to).toISOString().slice(0, 19).replaceAll(':', '');
  return `compare-${metrics.join('-')}-${time}Z`;
}
