import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useIsOld } from '../../api/context.ts';
import { every } from '../../api/every.ts';
import { createFleetMeans, type Means } from '../../api/means.ts';
import type { SeriesName } from '../../api/point-ring.ts';
import { Panel } from '../../components/panel.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useSampled } from '../../components/use-sampled.ts';
import { formatOf } from '../../format/metric-format.ts';
import { useFormat } from '../../format/use-format.ts';
import { paths } from '../../routes.ts';
import classes from './compare.module.css';
import { ranked } from './ranked.ts';

const renewMs = 1000;
const none: ReadonlyMap<string, Means> = new Map();
/** A rate of one second jumps; a rank by it would, too. */
const meansOverMs = 10_000;

/** What each proxy says now, as a list of bars with the greatest first. */
export function Bars(props: {
  profiles: readonly { readonly id: string; readonly name: string }[];
  metric: SeriesName;
}) {
  const { profiles, metric } = props;
  const { t } = useTranslation();
  const { fleet } = useApi();
  // Its own: the board keeps the span that was chosen there.
  const means = useMemo(() => createFleetMeans({ fleet, every, spanMs: meansOverMs }), [fleet]);
  const isOld = useIsOld();
  const now = useSampled(means.all, renewMs);
  const formatValue = formatOf(useFormat(), metric);
  // While the console is silent nothing is known of now.
  const rows = ranked(profiles, isOld ? none : now, metric);
  const caption = t('compare:bars.caption', { metric: t(`metrics.${metric}`) });
  return (
    <Panel title={caption}>
      <ol className={classes.bars} aria-label={caption}>
        {rows.map(({ id, name, value, part }) => (
          <li key={id} className={classes.bar}>
            <RouteLink to={paths.proxy(id)} size="sm" title={name}>
              {name}
            </RouteLink>
            <span className={classes.track} aria-hidden>
              {value !== null && (
                <span
                  className={classes.fill}
                  style={{ display: 'block', width: `${part * 100}%` }}
                />
              )}
            </span>
            <span className={classes.value}>
              {value === null ? t('compare:bars.notRead') : formatValue(value)}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
