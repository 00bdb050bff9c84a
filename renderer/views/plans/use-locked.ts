import { useMemo } from 'react';
import type { PlanStep } from '../../../shared/model/plan.ts';
import { useApi } from '../../api/context.ts';
import { monotonicNow } from '../../api/page.ts';
import { useStore } from '../../api/store.ts';

/** Those targets that wait, and that nothing but the approval of the plan lets be changed now, by profile. */
export function useLocked(steps: readonly PlanStep[]): ReadonlySet<string> {
  const { locks } = useApi();
  const unlocked = useStore(locks);
  return useMemo(() => {
    const now = monotonicNow();
    const locked = steps.filter(
      ({ state, production, profileId }) =>
        production && state === 'waiting' && (unlocked.get(profileId) ?? now) <= now,
    );
    return new Set(locked.map(({ profileId }) => profileId));
  }, [steps, unlocked]);
}
