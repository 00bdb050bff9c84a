import { ActionIcon } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import {
  IconChevronLeft,
  IconChevronRight,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { isFullScreen, keepScreenOn, navigate, onKey, setFullScreen } from '../../../api/page.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { describePage } from '../../../api/title.ts';
import { useFilter } from '../../../components/use-filter.ts';
import { ViewStates } from '../../../components/view-states.tsx';
import { paths } from '../../../routes.ts';
import { spanMs, useBoardView } from '../arrangement/board-view.ts';
import { useArrangement } from '../arrangement/use-arrangement.ts';
import { usePeers } from '../differences/use-peers.ts';
import { FirstRun } from '../empty/first-run.tsx';
import { Sparklines } from '../pictures/sparklines.tsx';
import { TroubleList } from './trouble-list.tsx';
import { usePages } from './use-pages.ts';
import classes from './wall.module.css';
import { WallHead } from './wall-head.tsx';
import { onPage, pageCount, wallGap, wallGrid } from './wall-pages.ts';
import { WallTile } from './wall-tile.tsx';

/** The board for a screen on the wall: nothing to choose, to be read from afar, and never asleep. */
export function Wall() {
  return (
    <ViewStates loaded={useProfiles()} isEmpty={(list) => list.length === 0} empty={<FirstRun />}>
      {(list) => <Fleet profiles={list} />}
    </ViewStates>
  );
}

function Fleet({ profiles }: { profiles: readonly ProfileEntry[] }) {
  const { t, i18n } = useTranslation();
  const [view] = useBoardView();
  const { fitting } = useArrangement(profiles, view, useFilter(view.text));
  const { means } = useApi();
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const grid = wallGrid(fitting.length, { width, height });
  const count = pageCount(fitting.length, grid);
  const { page, held, turn, hold } = usePages(count);
  const leave = useCallback(() => {
    if (isFullScreen()) void setFullScreen(false);
    navigate(paths.board);
  }, []);
  useEffect(keepScreenOn, []);
  useEffect(() => means.setSpan(spanMs[view.span]), [means, view.span]);
  usePeers(view.group);
  useEffect(
    () => describePage(i18n.resolvedLanguage ?? 'en', `${t('pages.wall')} · ${t('appName')}`),
    [i18n.resolvedLanguage, t],
  );
  useEffect(
    () =>
      onKey(({ key, ctrlKey, metaKey, altKey }) => {
        if (ctrlKey || metaKey || altKey) return;
        if (key === 'Escape') leave();
        if (key === 'ArrowLeft') turn(-1);
        if (key === 'ArrowRight') turn(1);
      }),
    [leave, turn],
  );
  return (
    <Sparklines view={view} shown={fitting}>
      <div className={classes.wall} data-wall>
        <WallHead profiles={fitting} onLeave={leave} />
        <TroubleList profiles={fitting} />
        <div ref={ref} className={classes.room}>
          {width > 0 && (
            <ul
              className={classes.tiles}
              aria-label={t('board:list')}
              style={{
                gap: wallGap,
                gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
                gridTemplateRows: `repeat(${grid.rows}, minmax(0, 1fr))`,
              }}
            >
              {onPage(fitting, page, grid).map((profile) => (
                <li key={profile.id}>
                  <WallTile profile={profile} />
                </li>
              ))}
            </ul>
          )}
        </div>
        {count > 1 && (
          <footer className={classes.foot}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('wall:before')}
              onClick={() => turn(-1)}
            >
              <IconChevronLeft size={18} aria-hidden />
            </ActionIcon>
            <span>{t('wall:page', { page: page + 1, count })}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('wall:next')}
              onClick={() => turn(1)}
            >
              <IconChevronRight size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t(held ? 'wall:goOn' : 'wall:hold')}
              title={t(held ? 'wall:goOn' : 'wall:hold')}
              onClick={() => hold(!held)}
            >
              {held ? (
                <IconPlayerPlay size={18} aria-hidden />
              ) : (
                <IconPlayerPause size={18} aria-hidden />
              )}
            </ActionIcon>
          </footer>
        )}
      </div>
    </Sparklines>
  );
}
