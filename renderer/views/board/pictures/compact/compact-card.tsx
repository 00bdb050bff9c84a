import { memo, use } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import { useIsOld, useMeans } from '../../../../api/context.ts';
import { Sparkline } from '../../../../charts/sparkline.tsx';
import { SparklineScopeContext } from '../../../../charts/sparkline-scope.ts';
import { StateIcon } from '../../../../components/state-label.tsx';
import { Unlike } from '../../../../fleet/differences/unlike.tsx';
import { StateLine } from '../../../../fleet/rows/state-line.tsx';
import { kindOf, unreachableSinceOf, usePart } from '../../../../fleet/rows/use-part.ts';
import { formatOf } from '../../../../format/metric-format.ts';
import { useFormat } from '../../../../format/use-format.ts';
import { hrefOf, paths } from '../../../../routes.ts';
import { compactHeight } from '../measures.ts';
import { SelectBox } from '../select-box.tsx';
import { useChartLabel } from '../sparklines.tsx';
import classes from './compact-card.module.css';

/** One proxy with the chosen metric alone; what it is, instead, while it is not ready. */
export const CompactCard = memo(function CompactCard({ profile }: { profile: ProfileEntry }) {
  const { id, name } = profile;
  const old = useIsOld();
  const kind = usePart(id, kindOf);
  const unreachable = usePart(id, unreachableSinceOf) !== null;
  const ready = kind === 'ready';
  const titleId = `card-${id}`;
  return (
    <article
      className={classes.card}
      style={{ height: compactHeight }}
      aria-labelledby={titleId}
      data-state={kind}
      data-unreachable={unreachable || undefined}
    >
      <div className={classes.title}>
        {ready && !old && <StateIcon kind="ready" size={14} />}
        <h2 className={classes.name} id={titleId}>
          <a className={classes.link} href={hrefOf(paths.proxy(id))} title={name} data-card-link>
            {name}
          </a>
        </h2>
        <Unlike id={id} signOnly />
        <SelectBox id={id} name={name} />
      </div>
      {ready && !old ? <Now id={id} name={name} /> : <StateLine id={id} old={old} short />}
    </article>
  );
});

const Now = memo(function Now({ id, name }: { id: string; name: string }) {
  const { series } = use(SparklineScopeContext);
  const { t } = useTranslation();
  const format = useFormat();
  const means = useMeans(id);
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
