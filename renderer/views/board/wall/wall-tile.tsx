import { memo, use } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useIsOld } from '../../../api/context.ts';
import { Sparkline } from '../../../charts/sparkline.tsx';
import { SparklineScopeContext } from '../../../charts/sparkline-scope.ts';
import { StateIcon } from '../../../components/state-label.tsx';
import { Unlike } from '../../../fleet/differences/unlike.tsx';
import { StateLine } from '../../../fleet/rows/state-line.tsx';
import { kindOf, unreachableSinceOf, usePart } from '../../../fleet/rows/use-part.ts';
import { formatOf } from '../../../format/metric-format.ts';
import { useFormat } from '../../../format/use-format.ts';
import { hrefOf, paths } from '../../../routes.ts';
import { useChartLabel } from '../pictures/sparklines.tsx';
import { useReading } from '../pictures/use-reading.ts';
import classes from './wall.module.css';

/** One proxy, to be read from afar: the chosen metric while it is ready, else what it is. */
export const WallTile = memo(function WallTile({ profile }: { profile: ProfileEntry }) {
  const { id, name } = profile;
  const old = useIsOld();
  const kind = usePart(id, kindOf);
  const unreachable = usePart(id, unreachableSinceOf) !== null;
  const ready = kind === 'ready' && !old;
  const titleId = `wall-${id}`;
  return (
    <article
      className={classes.tile}
      aria-labelledby={titleId}
      data-state={kind}
      data-unreachable={unreachable || undefined}
    >
      <div className={classes.tileTitle}>
        {ready && <StateIcon kind="ready" size={20} />}
        <h2 className={classes.name} id={titleId}>
          <a className={classes.link} href={hrefOf(paths.proxy(id))}>
            {name}
          </a>
        </h2>
        <Unlike id={id} signOnly />
      </div>
      {ready ? (
        <Now id={id} name={name} />
      ) : (
        <div className={classes.state}>
          <StateLine id={id} old={old} short />
        </div>
      )}
    </article>
  );
});

const Now = memo(function Now({ id, name }: { id: string; name: string }) {
  const { series } = use(SparklineScopeContext);
  const { t } = useTranslation();
  const format = useFormat();
  const { means } = useReading(id);
  return (
    <div className={classes.now}>
      <span className={classes.value}>{formatOf(format, series)(means?.[series] ?? null)}</span>
      <span className="visually-hidden">{t('states:ready.name')}</span>
      <div className={classes.chart}>
        <Sparkline id={id} stale={false} label={useChartLabel(name)} />
      </div>
    </div>
  );
});
