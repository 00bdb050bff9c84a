import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProfiles } from '../../api/profiles.ts';
import { useViewState } from '../../api/view-state.ts';
import { HowItWorks } from '../../components/help/how-it-works.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { lensSearch } from '../../searches.ts';
import { ChangeLens } from './change-lens.tsx';

/** What one change made of a proxy, as a page of its own. */
export default function LensPage() {
  const { t } = useTranslation();
  const params = useParams({ strict: false });
  const [{ at, span = '15m' }, setView] = useViewState(lensSearch);
  const profiles = useProfiles();
  return (
    <ViewStates loaded={profiles}>
      {(list) => {
        const profile = list.find(({ id }) => id === params.id);
        if (profile === undefined || at === undefined) {
          return (
            <>
              <PageTitle title={t('pages.lens')} />
              <Empty title={t('proxy:missing')} text={t('notFoundText')} />
            </>
          );
        }
        return (
          <>
            <PageTitle
              title={t('pages.lens')}
              description={t('lens:description')}
              beside={<HowItWorks of="lens" name={t('pages.lens')} />}
            />
            <ChangeLens
              profile={profile}
              profiles={list}
              at={at}
              span={span}
              onSpan={(next) => setView({ span: next })}
            />
          </>
        );
      }}
    </ViewStates>
  );
}
