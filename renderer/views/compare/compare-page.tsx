import { useProfiles } from '../../api/profiles.ts';
import { useViewState } from '../../api/view-state.ts';
import { ViewStates } from '../../components/view-states.tsx';
import { compareSearch } from './compare-search.ts';
import { firstView } from './compare-view.ts';
import { Comparison } from './comparison.tsx';

/** Chosen proxies side by side, as the address says. */
export default function ComparePage() {
  const [view, change] = useViewState(compareSearch, { defaults: firstView });
  return (
    <ViewStates loaded={useProfiles()}>
      {(profiles) => <Comparison profiles={profiles} view={view} change={change} />}
    </ViewStates>
  );
}
