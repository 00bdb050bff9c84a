import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SeriesName } from '../../../../api/point-ring.ts';
import { StateIcon } from '../../../../components/state-label.tsx';
import { formatOf } from '../../../../format/metric-format.ts';
import { useFormat } from '../../../../format/use-format.ts';
import type { HeatScale } from './heat-scale.ts';
import classes from './map.module.css';

/** What the colours of the map stand for. */
export function MapLegend({ series, scale }: { series: SeriesName; scale: HeatScale | null }) {
  const { t } = useTranslation();
  const say = formatOf(useFormat(), series);
  return (
    <div className={classes.legend}>
      <span className={classes.metric}>{t(`metrics.${series}`)}</span>
      <ol className={classes.scale}>
        {[0, ...(scale ?? [])].map((bound, level) => (
          <li key={bound} className={classes.step}>
            <span className={classes.swatch} data-level={level} aria-hidden />
            {level === 0 ? say(0) : t('board:map.upTo', { value: say(bound) })}
          </li>
        ))}
      </ol>
      <ul className={classes.signs}>
        {(['waiting', 'needs-attention', 'off'] as const).map((kind) => (
          <li key={kind} className={classes.step}>
            <StateIcon kind={kind} size={14} /> {t(`board:filter.${kind}`)}
          </li>
        ))}
        <li className={classes.step}>
          <IconArrowsSplit2 size={12} aria-hidden /> {t('arrangement:filter.unlike')}
        </li>
      </ul>
    </div>
  );
}
