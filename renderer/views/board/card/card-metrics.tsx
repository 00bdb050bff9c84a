import { Tooltip } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Metrics, Rates } from '../../../../shared/model/metrics.ts';
import { noData } from '../../../../shared/texts/format.ts';
import { useFormat } from '../../../format/use-format.ts';
import classes from './card.module.css';

/** The three metrics and their rates. No data is a dash, an old reading is grey, a zero is a zero. */
export const CardMetrics = memo(function CardMetrics(props: {
  metrics: Metrics | null;
  rates: Rates;
  stale: boolean;
}) {
  const { metrics, rates } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={classes.metrics}>
      <div>
        <dt>{t('metrics.connections')}</dt>
        <dd>{metrics === null ? <NoData /> : <Connections metrics={metrics} />}</dd>
      </div>
      <div>
        <dt>{t('metrics.transferredBytes')}</dt>
        <dd>
          {metrics === null ? (
            <NoData />
          ) : (
            <>
              <span
                className={classes.value}
                title={`${format.counter(metrics.transferredBytes)} B`}
              >
                {format.byteCounter(metrics.transferredBytes)}
              </span>
              <span className={classes.rate}>{format.bytesPerSecond(rates.bytesPerSecond)}</span>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('metrics.accesses')}</dt>
        <dd>
          {metrics === null ? (
            <NoData />
          ) : (
            <>
              <span className={classes.value} title={format.counter(metrics.accesses)}>
                {format.shortCounter(metrics.accesses)}
              </span>
              <span className={classes.rate}>{format.perSecond(rates.accessesPerSecond)}</span>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
});

function Connections({ metrics }: { metrics: Metrics }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!metrics.implausible) {
    return <span className={classes.value}>{format.shortCounter(metrics.connections)}</span>;
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

function NoData() {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes.value} aria-hidden>
        {noData}
      </span>
      <span className={classes.rate}>{t('board:card.noData')}</span>
    </>
  );
}
