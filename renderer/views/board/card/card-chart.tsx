import { IconHistory } from '@tabler/icons-react';
import { memo, use, useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { Sparkline } from '../../../charts/sparkline.tsx';
import { SparklineScopeContext } from '../../../charts/sparkline-scope.ts';
import { useNow } from '../../../components/use-now.ts';
import { formatOf } from '../../../format/metric-format.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useChartLabel } from '../pictures/sparklines.tsx';
import classes from './card.module.css';

/** The chosen metric of the last minutes, and how old what the card shows is where that is not "now". */
export const CardChart = memo(
  function CardChart(props: { profile: ProfileEntry; stale: boolean; readAt: number | null }) {
    const { id, name } = props.profile;
    const { series } = use(SparklineScopeContext);
    const { t } = useTranslation();
    const format = useFormat();
    const peak = useRef<HTMLSpanElement>(null);
    const label = useChartLabel(name);
    const showPeak = useCallback(
      (value: number | null): void => {
        if (peak.current === null) return;
        const shown = formatOf(format, series)(value);
        const text = value === null ? '' : t('board:card.peak', { value: shown });
        if (peak.current.textContent !== text) peak.current.textContent = text;
      },
      [series, format, t],
    );
    return (
      <div className={classes.chart}>
        <div className={classes.caption}>
          {props.stale && <Age at={props.readAt} />}
          <span ref={peak} className={classes.peak} />
        </div>
        <Sparkline id={id} stale={props.stale} label={label} onPeak={showPeak} />
      </div>
    );
  },
  // While it is ready, when it was read last is shown nowhere.
  (before, next) =>
    before.profile === next.profile &&
    before.stale === next.stale &&
    (before.readAt === next.readAt || !next.stale),
);

function Age({ at }: { at: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(at !== null);
  if (at === null) return <span>{t('board:card.neverRead')}</span>;
  return (
    <span className={classes.stale} title={format.dateTime(at)}>
      <IconHistory size={13} aria-hidden />
      {t('board:card.staleSince', { ago: format.relative(Math.min(at, now), now) })}
    </span>
  );
}
