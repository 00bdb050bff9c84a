import { ActionIcon, Button } from '@mantine/core';
import { IconDeviceDesktop, IconPlus } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { useApi } from '../../api/context.ts';
import { setFullScreen } from '../../api/page.ts';
import { useProfiles } from '../../api/profiles.ts';
import { stringifySearch } from '../../api/search-text.ts';
import { May } from '../../components/may/may.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { SavedMenu } from '../../components/saved/saved-menu.tsx';
import { useFilter } from '../../components/use-filter.ts';
import { ViewStates } from '../../components/view-states.tsx';
import { AddressesContext, addressesOf } from '../../fleet/rows/addresses.ts';
import { SelectionContext } from '../../fleet/selection/selection.ts';
import { useSelectionOf } from '../../fleet/selection/use-selection-of.ts';
import { hrefOf, paths } from '../../routes.ts';
import { SelectionBar } from '../profiles/selection/selection-bar.tsx';
import { type BoardView, spanMs, useBoardView } from './arrangement/board-view.ts';
import { Toolbar } from './arrangement/toolbar.tsx';
import { useArrangement } from './arrangement/use-arrangement.ts';
import { DemoBanner } from './demo-banner.tsx';
import { usePeers } from './differences/use-peers.ts';
import { FirstRun } from './empty/first-run.tsx';
import { NothingFits } from './empty/nothing-fits.tsx';
import { PasswordsBanner } from './passwords/passwords-banner.tsx';
import { Picture } from './pictures/picture.tsx';
import { Summary } from './summary/summary.tsx';

/** All proxies side by side: the home of the app. */
export function Board() {
  return (
    <ViewStates loaded={useProfiles()} isEmpty={(list) => list.length === 0} empty={<FirstRun />}>
      {(list) => <Fleet profiles={list} />}
    </ViewStates>
  );
}

function Fleet({ profiles }: { profiles: readonly ProfileEntry[] }) {
  const [view, setView] = useBoardView();
  const filter = useFilter(view.text);
  const { groups, shown, fitting, typed, hold } = useArrangement(profiles, view, filter);
  const addresses = useMemo(() => addressesOf(profiles), [profiles]);
  const { means } = useApi();
  const selection = useSelectionOf(fitting, hold);
  const picture = useRef<HTMLDivElement>(null);
  const toFirst = useCallback(
    () => picture.current?.querySelector<HTMLElement>('[data-card-link]')?.focus(),
    [],
  );
  useEffect(() => means.setSpan(spanMs[view.span]), [means, view.span]);
  usePeers(view.group);
  return (
    <SelectionContext value={selection}>
      <BoardHead view={view} />
      <DemoBanner profiles={profiles} />
      <PasswordsBanner profiles={profiles} />
      <Summary profiles={fitting} whole={fitting.length === profiles.length} />
      <Toolbar
        all={profiles.length}
        shown={fitting.length}
        typed={typed}
        problems={filter.problems}
        view={view}
        onView={setView}
        onLeaveFilter={toFirst}
      />
      {fitting.length === 0 ? (
        <NothingFits count={profiles.length} typed={typed.length} view={view} onView={setView} />
      ) : (
        <AddressesContext value={addresses}>
          <div ref={picture}>
            <Picture view={view} onView={setView} groups={groups} shown={shown} hold={hold} />
          </div>
        </AddressesContext>
      )}
      <SelectionBar shown={fitting} />
    </SelectionContext>
  );
}

/** The heading of the board, and what there is to do beside what it shows. */
const BoardHead = memo(function BoardHead({ view }: { view: BoardView }) {
  const { t } = useTranslation();
  return (
    <PageTitle title={t('pages.board')}>
      <ActionIcon
        component="a"
        href={hrefOf(paths.wall)}
        onClick={() => void setFullScreen(true)}
        variant="default"
        size="input-xs"
        aria-label={t('wall:enter')}
        title={t('wall:enter')}
      >
        <IconDeviceDesktop size={16} aria-hidden />
      </ActionIcon>
      <SavedMenu of="savedBoards" search={stringifySearch({ ...view }).slice(1)} />
      <May needs="administer">
        <Button
          component="a"
          href={hrefOf(paths.newProfile)}
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
        >
          {t('addProfile')}
        </Button>
      </May>
    </PageTitle>
  );
});
