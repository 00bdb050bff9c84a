import { useMemo } from 'react';
import { teethOf } from '../../../shared/model/environment-class.ts';
import type { PlanStep } from '../../../shared/model/plan.ts';
import { useClasses } from '../../api/classes.ts';
import { useApi } from '../../api/context.ts';
import { monotonicNow } from '../../api/page.ts';
import { useProfiles } from '../../api/profiles.ts';
import { useStore } from '../../api/store.ts';

/** Those targets that wait, and whose class is read-only until somebody unlocks them, by profile. */
export function useLocked(steps: readonly PlanStep[]): ReadonlySet<string> {
  const { locks } = useApi();
  const unlocked = useStore(locks);
  const classes = useClasses();
  const { value: profiles } = useProfiles();
  const readOnly = useMemo(
    () =>
      new Set(
        (profiles ?? [])
          .filter(({ environment }) => teethOf(classes, environment).readOnly)
          .map(({ id }) => id),
      ),
    [profiles, classes],
  );
  return useMemo(() => {
    const now = monotonicNow();
    const locked = steps.filter(
      ({ state, profileId }) =>
        state === 'waiting' && readOnly.has(profileId) && (unlocked.get(profileId) ?? now) <= now,
    );
    return new Set(locked.map(({ profileId }) => profileId));
  }, [steps, unlocked, readOnly]);
}
