import { useMemo } from 'react';
import type { Preferences } from '../../shared/model/app-info.ts';
import type { ManagedState } from '../../shared/model/managed.ts';
import { useCall } from './use-call.ts';

/** What the administrators of this machine ordain, as it is now; null where they do not, and until it is known. */
export function useManaged(): ManagedState | null {
  return useCall('managed.state', {}, { live: true }).value;
}

/** Says of a preference who locks it; null for one that can be chosen. */
export function useLockedBy(): (preference: keyof Preferences) => string | null {
  const managed = useManaged();
  return useMemo(() => {
    const locked = new Set(managed?.locked);
    return (preference) => (managed !== null && locked.has(preference) ? managed.by : null);
  }, [managed]);
}
