import { Tooltip } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Metrics } from '../../../../shared/model/metrics.ts';
import { noData } from '../../../../shared/texts/format.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useReading } from '../pictures/use-reading.ts';
import classes from './card.module.css';

/**
 * The rates large, as means over the chosen span, and the sums since the proxy was started small. No data is a dash, an old reading is grey,
 * a zero is a zero.
 */
export const CardMetrics = memo(function CardMetrics({ id }: { id: string }) {
  const { snapshot, means } = useReading(id);
  const metrics = snapshot?.metrics ?? null;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={classes.metrics} title={t('board:card.metricsHint')}>
      <div>
        <dt>{t('metrics.connections')}</dt>
        <dd>
          <Connections metrics={metrics} mean={means?.connections ?? null} />
        </dd>
      </div>
      <div>
        <dt>{t('metrics.bytesPerSecond')}</dt>
        <dd>
          <span className={classes.value}>
            {format.bytesPerSecond(means?.bytesPerSecond ?? null)}
          </span>
          {metrics !== null && (
            <span className={classes.total} title={`${format.counter(metrics.transferredBytes)} B`}>
              {format.byteCounter(metrics.transferredBytes)}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('board:card.accesses')}</dt>
        <dd>
          <span className={classes.value}>
            {format.perSecond(means?.accessesPerSecond ?? null)}
          </span>
          {metrics !== null && (
            <span className={classes.total} title={format.counter(metrics.accesses)}>
              {format.shortCounter(metrics.accesses)}
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
});

function Connections({ metrics, mean }: { metrics: Metrics | null; mean: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (metrics === null) return <span className={classes.value}>{noData}</span>;
  const now = format.shortCounter(metrics.connections);
  if (!metrics.implausible) {
    if (mean === null) return <span className={classes.value}>{now}</span>;
    return (
      <>
        <span className={classes.value}>{format.number(mean)}</span>
        <span className={classes.total}>{t('board:card.now', { value: now })}</span>
      </>
    );
  }
  const value = format.counter(metrics.connections);
  return (
    <Tooltip
      label={t('board:card.implausibleHint', { value })}
      withinPortal={false}
      multiline
      w={280}
      events={{ hover: true, focus: true, touch: true }}
    >
      <button type="button" className={`${classes.implausible} ${classes.above}`}>
        {t('board:card.implausible')}
      </button>
    </Tooltip>
  );
}
