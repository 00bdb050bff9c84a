import { type Format, noData } from '../../shared/texts/format.ts';
import type { SeriesName } from '../api/point-ring.ts';
import type { ChartUnit } from '../charts/chart-axes.ts';

/** What the numbers of each series are. */
export const unitOf: Readonly<Record<SeriesName, ChartUnit>> = {
  connections: 'count',
  bytesPerSecond: 'bytes',
  accessesPerSecond: 'rate',
  roundTripMs: 'rate',
};

/** One value in the unit of its series; a dash for no data. */
export function formatOf(format: Format, series: SeriesName): (value: number | null) => string {
  if (series === 'connections') return format.number;
  if (series === 'roundTripMs')
    return (value) => (value === null ? noData : format.milliseconds(value));
  return series === 'bytesPerSecond' ? format.bytesPerSecond : format.perSecond;
}

/** What a rate comes to over a time: bytes, or a number of accesses. */
export function formatSumOf(format: Format, series: SeriesName): (value: number | null) => string {
  if (series === 'bytesPerSecond') return format.bytes;
  return (value) => format.number(value === null ? null : Math.round(value));
}
