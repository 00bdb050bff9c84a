import { useComputedColorScheme } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { noData } from '../../../shared/texts/format.ts';
import { cssValues } from '../../api/css-values.ts';
import { pixelRatio } from '../../api/page.ts';
import type { SeriesName } from '../../api/point-ring.ts';
import { multiplesOf } from '../../charts/multiples-series.ts';
import type { History } from '../../charts/overlay-series.ts';
import { paintSparkline } from '../../charts/sparkline-paint.ts';
import type { SparklineSeries, TimeSpan } from '../../charts/sparkline-series.ts';
import { Panel } from '../../components/panel.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { formatOf } from '../../format/metric-format.ts';
import { useFormat } from '../../format/use-format.ts';
import classes from './compare.module.css';

const colorNames = {
  line: '--spcp-line',
  fill: '--spcp-line-fill',
  grid: '--spcp-border',
} as const;

/** A small picture of each proxy, all on one scale. */
export function Multiples(props: {
  histories: readonly History[];
  metric: SeriesName;
  span: TimeSpan;
  caption: string;
  pathOf: (id: string) => string;
}) {
  const { histories, metric, span } = props;
  const { t } = useTranslation();
  const formatValue = formatOf(useFormat(), metric);
  const { top, pictures } = multiplesOf(histories, metric, span);
  return (
    <Panel
      title={props.caption}
      description={t('compare:multiples.scale', { top: top === null ? noData : formatValue(top) })}
    >
      <ul className={classes.multiples}>
        {pictures.map(({ id, name, series }, i) => {
          const last = histories[i]?.range[metric].mean.findLast((value) => value !== null);
          return (
            <li key={id}>
              <div className={classes.multipleName}>
                <RouteLink to={props.pathOf(id)} size="xs" title={name}>
                  {name}
                </RouteLink>
                <span>
                  {series.peak === null
                    ? t('noData')
                    : t('compare:multiples.highest', { peak: formatValue(series.peak) })}
                </span>
              </div>
              <SmallPicture
                series={series}
                label={t('compare:multiples.label', {
                  name,
                  last: formatValue(last ?? null),
                  peak: formatValue(series.peak),
                })}
              />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function SmallPicture({ series, label }: { series: SparklineSeries; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, width, height } = useElementSize<HTMLCanvasElement>();
  const scheme = useComputedColorScheme('light');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other colours, which are read from the element
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || width === 0) return;
    const ratio = pixelRatio();
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    paintSparkline(context, { width, height, ratio }, series, cssValues(element, colorNames));
  }, [series, width, height, scheme]);
  return (
    <canvas
      ref={useMergedRef(canvas, ref)}
      className={classes.small}
      role="img"
      aria-label={label}
    />
  );
}
