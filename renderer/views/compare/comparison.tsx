import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/assert.ts';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { NewWindowButton } from '../../components/new-window-button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { SavedMenu } from '../../components/saved/saved-menu.tsx';
import { Bars } from './bars.tsx';
import { Begin } from './begin.tsx';
import { Chooser } from './chooser.tsx';
import { type ChangeCompareView, type CompareView, noLens, searchOf } from './compare-view.ts';
import { Controls } from './controls.tsx';
import { OverTime } from './over-time.tsx';
import { usePresent } from './use-present.ts';

/** The page over its state: what is chosen, and the picture of it. */
export function Comparison(props: {
  profiles: readonly ProfileEntry[];
  view: CompareView;
  change: ChangeCompareView;
}) {
  const { profiles, view, change } = props;
  const { t } = useTranslation();
  const { present, dropped } = usePresent(profiles, view.ids, change);
  const setIds = (ids: readonly string[]): void => change({ ids });
  return (
    <>
      <PageTitle title={t('pages.compare')} description={t('compare:description')}>
        {present.length > 0 && <NewWindowButton />}
        <SavedMenu
          of="savedComparisons"
          search={present.length === 0 ? null : searchOf({ ...view, ...noLens })}
        />
      </PageTitle>
      {profiles.length > 0 && (
        <Chooser profiles={profiles} ids={present.map(({ id }) => id)} onChange={setIds} />
      )}
      <Text size="sm" c="dimmed" role="status" mt={dropped > 0 ? 6 : 0}>
        {dropped > 0 && t('compare:dropped', { count: dropped })}
      </Text>
      {present.length === 0 ? (
        <Begin profiles={profiles} onBegin={setIds} />
      ) : (
        <>
          <Controls view={view} change={change} />
          <Picture profiles={present} view={view} change={change} />
        </>
      )}
    </>
  );
}

function Picture(props: {
  profiles: readonly ProfileEntry[];
  view: CompareView;
  change: ChangeCompareView;
}) {
  const { picture, metric } = props.view;
  switch (picture) {
    case 'overlay':
    case 'multiples':
      return <OverTime {...props} />;
    case 'bars':
      return <Bars profiles={props.profiles} metric={metric} />;
    default:
      return assertNever(picture);
  }
}
