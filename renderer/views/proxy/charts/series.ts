import type { TFunction } from 'i18next';
import type { Format } from '../../../../shared/texts/format.ts';
import type { PointSeries } from '../../../api/point-ring.ts';
import type { ChartUnit } from '../../../charts/chart-axes.ts';
import { formatOf, unitOf } from '../../../format/metric-format.ts';

interface Series {
  readonly title: string;
  readonly unit: ChartUnit;
  readonly formatValue: (value: number | null) => string;
}

/** Name and numbers of what a chart of the page draws. */
export function seriesOf(series: PointSeries, t: TFunction, format: Format): Series {
  if (series === 'missed') {
    return { title: t('proxy:charts.missed'), unit: 'count', formatValue: format.number };
  }
  return {
    title: t(`metrics.${series}`),
    unit: unitOf[series],
    formatValue: formatOf(format, series),
  };
}
