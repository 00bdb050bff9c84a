import type { HistoryMark } from '../../../shared/model/history.ts';
import type { SeriesName } from '../../api/point-ring.ts';
import { type LineStatistics, statisticsOf } from '../../charts/line-statistics.ts';
import type { History } from '../../charts/overlay-series.ts';
import type { TimeSpan } from '../../charts/sparkline-series.ts';

export const statisticNames = ['min', 'mean', 'max', 'p95', 'last', 'sum'] as const;
export type StatisticName = (typeof statisticNames)[number];

/** What the table is sorted by. */
export interface LegendOrder {
  readonly by: 'chosen' | 'name' | StatisticName;
  readonly descending: boolean;
}

/** One proxy in the table. */
export interface LegendRow {
  readonly id: string;
  readonly name: string;
  /** Its place among the chosen, which gives its line its look. */
  readonly line: number;
  /** It is of another time. */
  readonly pale: boolean;
  readonly statistics: LineStatistics;
  /** What happened within the span, in the order of time. */
  readonly marks: readonly HistoryMark[];
  /** Epoch milliseconds of its first reading where that lies within the span; null where it lies before. */
  readonly recordedSince: number | null;
  /** Nothing at all is kept of it. */
  readonly neverRecorded: boolean;
}

export function legendRows(
  histories: readonly History[],
  series: SeriesName,
  span: TimeSpan,
): readonly LegendRow[] {
  const chosen = histories.filter(({ pastOf }) => pastOf === undefined);
  const placeOf = new Map(chosen.map(({ id }, place) => [id, place]));
  return histories.map(({ id, name, range, pastOf }) => ({
    id,
    name,
    line: pastOf ?? placeOf.get(id) ?? 0,
    pale: pastOf !== undefined,
    statistics: statisticsOf(range, series, span),
    marks: range.marks.filter(({ at }) => at >= span.from && at <= span.to),
    recordedSince:
      pastOf === undefined && range.since !== null && range.since > span.from ? range.since : null,
    neverRecorded: range.since === null,
  }));
}

/** Rows without the value come last in either direction; equals are in the order in which they were chosen. */
export function sortRows(
  rows: readonly LegendRow[],
  { by, descending }: LegendOrder,
  locale: string,
): readonly LegendRow[] {
  const sign = descending ? -1 : 1;
  if (by === 'chosen') return rows;
  if (by === 'name') {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    return rows.toSorted((a, b) => sign * compare(a.name, b.name) || a.line - b.line);
  }
  return rows.toSorted((a, b) => {
    const left = a.statistics[by];
    const right = b.statistics[by];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || a.line - b.line;
    }
    return sign * (left - right) || a.line - b.line;
  });
}

/** The order after a column's heading was pressed: numbers begin with the greatest, names with the first. */
export function nextOrder(order: LegendOrder, by: LegendOrder['by']): LegendOrder {
  if (order.by === by) return { by, descending: !order.descending };
  return { by, descending: by !== 'name' };
}
