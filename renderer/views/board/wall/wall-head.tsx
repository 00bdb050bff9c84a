import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconMaximize, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useIsOld } from '../../../api/context.ts';
import { setFullScreen } from '../../../api/page.ts';
import { arrive } from '../../../api/places.ts';
import { useNow } from '../../../components/use-now.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTotals } from '../summary/use-totals.ts';
import { useFullScreen } from './use-full-screen.ts';
import classes from './wall.module.css';

/** The clock, the sums, and whether anything wants a look. */
export function WallHead(props: { profiles: readonly ProfileEntry[]; onLeave: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const totals = useTotals(props.profiles);
  const old = useIsOld();
  const now = useNow();
  const full = useFullScreen(props.onLeave);
  const { trouble } = totals;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current !== null) arrive(heading.current);
  }, []);
  return (
    <header className={classes.head}>
      <h1 ref={heading} className="visually-hidden" tabIndex={-1}>
        {t('pages.wall')}
      </h1>
      <time className={classes.clock}>{format.moment(now, now)}</time>
      <p className={classes.verdict} data-trouble={trouble > 0 || undefined} role="status">
        {!old && (
          <>
            {trouble > 0 ? (
              <IconAlertTriangle size={30} aria-hidden />
            ) : (
              <IconCircleCheck size={30} aria-hidden />
            )}
            {trouble > 0
              ? t('wall:trouble', { count: trouble })
              : t('wall:ready', {
                  ready: format.number(totals.states.ready),
                  all: format.number(totals.count),
                })}
          </>
        )}
      </p>
      <dl className={classes.sums}>
        <Sum name={t('metrics.connections')} value={format.number(totals.connections)} />
        <Sum
          name={t('metrics.bytesPerSecond')}
          value={format.bytesPerSecond(totals.bytesPerSecond)}
        />
        <Sum name={t('metrics.accesses')} value={format.perSecond(totals.accessesPerSecond)} />
      </dl>
      <div className={classes.buttons}>
        {!full && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('wall:full')}
            title={t('wall:full')}
            onClick={() => void setFullScreen(true)}
          >
            <IconMaximize size={20} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('wall:leave')}
          title={t('wall:leave')}
          aria-keyshortcuts="Escape"
          onClick={props.onLeave}
        >
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </div>
    </header>
  );
}

function Sum({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
