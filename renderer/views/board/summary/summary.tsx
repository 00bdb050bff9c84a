import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { noData } from '../../../../shared/texts/format.ts';
import { useIsOld } from '../../../api/context.ts';
import { InsightHelp } from '../../../components/insights/insight-help.tsx';
import { useFormat } from '../../../format/use-format.ts';
import classes from '../board.module.css';
import { wholeOf } from './totals.ts';
import { useTotals } from './use-totals.ts';

/** What the filter shows, in one line: the whole fleet, or a part of it. */
export const Summary = memo(function Summary({
  profiles,
  whole,
}: {
  profiles: readonly ProfileEntry[];
  whole: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const totals = useTotals(profiles);
  const old = useIsOld();
  const counter = (text: string | null): string =>
    text === null ? noData : format.shortCounter(text);
  return (
    <section
      aria-label={whole ? t('arrangement:summary.whole') : t('arrangement:summary.part')}
      className={classes.summary}
      data-old={old || undefined}
      title={t('board:totals.hint')}
    >
      <dl className={classes.totals}>
        <Total
          name={t('board:totals.ready')}
          value={t('board:totals.readyOf', {
            ready: format.number(totals.states.ready),
            all: format.number(totals.count),
          })}
        />
        <Total name={t('metrics.connections')} value={format.number(wholeOf(totals.connections))} />
        <Total
          name={t('metrics.transferredBytes')}
          value={
            totals.transferredBytes === null ? noData : format.byteCounter(totals.transferredBytes)
          }
          rate={format.bytesPerSecond(totals.bytesPerSecond)}
        />
        <Total
          name={t('metrics.accesses')}
          value={counter(totals.accesses)}
          rate={format.perSecond(totals.accessesPerSecond)}
        />
        {/* There before it is known, so that nothing beneath it moves when it is. */}
        {totals.count > 1 && (
          <Total
            name={t('insights:names.balance')}
            help={<InsightHelp of="balance" />}
            value={totals.balance.known ? format.percent(totals.balance.value) : noData}
          />
        )}
      </dl>
    </section>
  );
});

function Total(props: { name: string; value: string; rate?: string; help?: ReactNode }) {
  const { name, value, rate, help } = props;
  return (
    <div className={classes.total}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.totalValue}>{value}</span>
        {rate !== undefined && <span className={classes.totalRate}>{rate}</span>}
        {help}
      </dd>
    </div>
  );
}
