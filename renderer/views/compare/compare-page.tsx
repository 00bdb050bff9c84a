import { useMemo, useState } from 'react';
import { useProfiles } from '../../api/profiles.ts';
import { ViewStates } from '../../components/view-states.tsx';
import { type ChangeCompareView, type CompareView, firstView } from './compare-view.ts';
import { Comparison } from './comparison.tsx';

/** Chosen proxies side by side. */
export default function ComparePage() {
  const [view, setView] = useState<CompareView>({ ...firstView, ids: [] });
  const change = useMemo<ChangeCompareView>(
    () => (wanted) => setView((before) => ({ ...before, ...wanted })),
    [],
  );
  return (
    <ViewStates loaded={useProfiles()}>
      {(profiles) => <Comparison profiles={profiles} view={view} change={change} />}
    </ViewStates>
  );
}
