import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { useProfiles } from '../../api/profiles.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { ViewStates } from '../../components/view-states.tsx';
import { hrefOf, paths } from '../../routes.ts';
import { BoardMetric, useBoardView } from './arrangement/board-view.ts';
import { Toolbar } from './arrangement/toolbar.tsx';
import { useArrangement } from './arrangement/use-arrangement.ts';
import { DemoBanner } from './demo-banner.tsx';
import { FirstRun } from './empty/first-run.tsx';
import { NothingFits } from './empty/nothing-fits.tsx';
import { CardGrid } from './grid/card-grid.tsx';
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
  const { t } = useTranslation();
  const [view, setView] = useBoardView();
  const { shown, hold } = useArrangement(profiles, view);
  return (
    <>
      <PageTitle title={t('pages.board')}>
        <Button
          component="a"
          href={hrefOf(paths.newProfile)}
          size="xs"
          leftSection={<IconPlus size={15} aria-hidden />}
        >
          {t('addProfile')}
        </Button>
      </PageTitle>
      <DemoBanner profiles={profiles} />
      <Summary profiles={profiles} />
      <Toolbar all={profiles.length} shown={shown.length} view={view} onView={setView} />
      {shown.length === 0 ? (
        <NothingFits
          count={profiles.length}
          onShowAll={() => setView({ text: '', state: 'all' })}
        />
      ) : (
        <BoardMetric value={view.metric}>
          <CardGrid profiles={shown} hold={hold} />
        </BoardMetric>
      )}
    </>
  );
}
