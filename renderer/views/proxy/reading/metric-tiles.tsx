import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { noData } from '../../../../shared/texts/format.ts';
import { useIsOld, useSnapshot } from '../../../api/context.ts';
import { useIsPaused } from '../../../api/paused.ts';
import { useNow } from '../../../components/use-now.ts';
import { useFormat } from '../../../format/use-format.ts';
import classes from './metric-tiles.module.css';

/** A reading older than so many intervals is stale. */
const staleAfterPolls = 3;
/** One that is paused is read once a minute, milliseconds. */
const pausedMs = 60_000 * staleAfterPolls;

/** The last reading in full: no data, stale and zero look different. */
export function MetricTiles({ profile }: { profile: ProfileEntry }) {
  const snapshot = useSnapshot(profile.id);
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const metrics = snapshot?.metrics ?? null;
  const rates = snapshot?.rates ?? { bytesPerSecond: null, accessesPerSecond: null };
  const old = useIsOld();
  const paused = useIsPaused(profile.id);
  const stale =
    metrics !== null &&
    (old ||
      snapshot?.state.kind !== 'ready' ||
      now - metrics.at >
        Math.max(paused ? pausedMs : 5000, profile.pollSeconds * 1000 * staleAfterPolls));
  const exact = (counter: string | undefined): string =>
    counter === undefined ? noData : format.counter(counter);
  return (
    <section aria-label={t('proxy:tiles.label')}>
      <dl className={classes.tiles} data-stale={stale}>
        <Tile name={t('metrics.connections')} value={exact(metrics?.connections)}>
          {metrics?.implausible === true ? (
            <span className={classes.warning}>{t('proxy:tiles.implausible')}</span>
          ) : snapshot?.openCount.verdict === 'only-rises' ? (
            <span className={classes.warning}>{t('insights:onlyRises')}</span>
          ) : (
            metrics !== null && t(stale ? 'proxy:tiles.openThen' : 'proxy:tiles.openNow')
          )}
        </Tile>
        <Tile
          name={t('metrics.transferredBytes')}
          value={metrics === null ? noData : format.byteCounter(metrics.transferredBytes)}
        >
          {metrics !== null && t('proxy:tiles.bytes', { value: exact(metrics.transferredBytes) })}
        </Tile>
        <Tile
          name={t('metrics.bytesPerSecond')}
          value={format.bytesPerSecond(rates.bytesPerSecond)}
        >
          {rates.bytesPerSecond !== null && !stale && t('proxy:tiles.betweenReadings')}
        </Tile>
        <Tile name={t('metrics.accesses')} value={exact(metrics?.accesses)}>
          {t('proxy:tiles.sinceStart')}
        </Tile>
        <Tile
          name={t('metrics.accessesPerSecond')}
          value={format.perSecond(rates.accessesPerSecond)}
        >
          {rates.accessesPerSecond !== null && !stale && t('proxy:tiles.betweenReadings')}
        </Tile>
        <Tile
          name={t('proxy:tiles.roundTrip')}
          value={metrics === null ? noData : format.milliseconds(metrics.roundTripMs)}
        >
          {t('proxy:tiles.missed', { value: format.number(snapshot?.missedPolls ?? 0) })}
        </Tile>
        <Tile name={t('proxy:tiles.restarts')} value={format.number(snapshot?.restarts ?? 0)}>
          {t('proxy:tiles.restartsText')}
        </Tile>
      </dl>
      <Text size="xs" c="dimmed" mt={6}>
        {metrics === null ? (
          t('proxy:tiles.never')
        ) : (
          <span title={format.dateTime(metrics.at)}>
            {t(stale ? 'proxy:tiles.staleSince' : 'proxy:tiles.readAt', {
              when: format.relative(metrics.at, now),
              time: stale ? format.moment(metrics.at, now) : format.time(metrics.at),
            })}
          </span>
        )}
      </Text>
    </section>
  );
}

function Tile(props: { name: string; value: string; children: ReactNode }) {
  return (
    <div className={classes.tile}>
      <dt>{props.name}</dt>
      <dd className={classes.value}>{props.value}</dd>
      <dd className={classes.note}>{props.children}</dd>
    </div>
  );
}
