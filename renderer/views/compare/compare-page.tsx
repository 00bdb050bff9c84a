import { useCallback, useMemo } from 'react';
import { currentSearch, navigateWithin, useSearch } from '../../api/page.ts';
import { useProfiles } from '../../api/profiles.ts';
import { ViewStates } from '../../components/view-states.tsx';
import { paths } from '../../routes.ts';
import { searchOfView, viewOfSearch } from './compare-search.ts';
import type { ChangeCompareView } from './compare-view.ts';
import { Comparison } from './comparison.tsx';

/** Chosen proxies side by side, as the address says. */
export default function ComparePage() {
  const search = useSearch();
  const view = useMemo(() => viewOfSearch(search), [search]);
  const change = useCallback<ChangeCompareView>((wanted, { replace = false } = {}) => {
    // Of the address as it is by now: two changes at once are both of them.
    const next = searchOfView({ ...viewOfSearch(currentSearch()), ...wanted });
    navigateWithin(next === '' ? paths.compare : `${paths.compare}?${next}`, replace);
  }, []);
  return (
    <ViewStates loaded={useProfiles()}>
      {(profiles) => <Comparison profiles={profiles} view={view} change={change} />}
    </ViewStates>
  );
}
