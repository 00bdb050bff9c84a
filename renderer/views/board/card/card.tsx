import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { hostAndPort } from '../../../../shared/model/host.ts';
import { useIsOld, useSnapshot } from '../../../api/context.ts';
import { EnvironmentBadge } from '../../../components/environment-badge.tsx';
import { StateLabel } from '../../../components/state-label.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { cardHeight } from '../grid/grid-measures.ts';
import classes from './card.module.css';
import { CardChart } from './card-chart.tsx';
import { CardFoot } from './card-foot.tsx';
import { CardMenu } from './card-menu.tsx';
import { CardMetrics } from './card-metrics.tsx';

/** One proxy on the board. Renders again when its own snapshot changes, and only the parts that show what changed. */
export const Card = memo(function Card({ profile }: { profile: ProfileEntry }) {
  const old = useIsOld();
  const snapshot = useSnapshot(profile.id);
  const kind = snapshot?.state.kind;
  const stale = old || kind !== 'ready';
  const titleId = `card-${profile.id}`;
  return (
    <article
      className={classes.card}
      style={{ height: cardHeight }}
      aria-labelledby={titleId}
      data-state={kind}
      data-stale={stale || undefined}
    >
      <CardHead profile={profile} titleId={titleId} kind={kind} old={old} />
      <CardChart profile={profile} stale={stale} readAt={snapshot?.metrics?.at ?? null} />
      <CardMetrics
        metrics={snapshot?.metrics ?? null}
        rates={snapshot?.rates ?? noRates}
        stale={stale}
      />
      <CardFoot profile={profile} snapshot={snapshot} />
    </article>
  );
});

const noRates = { bytesPerSecond: null, accessesPerSecond: null };

const CardHead = memo(function CardHead(props: {
  profile: ProfileEntry;
  titleId: string;
  kind: Parameters<typeof StateLabel>[0]['kind'] | undefined;
  old: boolean;
}) {
  const { profile, titleId, kind, old } = props;
  const { t } = useTranslation();
  const place = [profile.folder, hostAndPort(profile.host, profile.port)]
    .filter(Boolean)
    .join(' · ');
  return (
    <header>
      <div className={classes.row}>
        <h2 className={classes.name} id={titleId}>
          <a
            className={classes.link}
            href={hrefOf(paths.proxy(profile.id))}
            title={profile.name}
            data-card-link
          >
            {profile.name}
          </a>
        </h2>
        <EnvironmentBadge environment={profile.environment} />
        <CardMenu profile={profile} kind={kind} />
      </div>
      <div className={classes.row}>
        {kind === undefined ? <span>{t('loading')}</span> : <StateLabel kind={kind} old={old} />}
        <span className={classes.place} title={place}>
          {place}
        </span>
      </div>
    </header>
  );
});
