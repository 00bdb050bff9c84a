import { useEffect, useMemo, useState } from 'react';
import type { ChangeCompareView } from './compare-view.ts';

/**
 * Those of the chosen proxies that are here, in the order chosen. What is not here any more is dropped from the choice; `dropped` counts it
 * for as long as the page is open.
 */
export function usePresent<T extends { readonly id: string }>(
  profiles: readonly T[],
  ids: readonly string[],
  change: ChangeCompareView,
): { readonly present: readonly T[]; readonly dropped: number } {
  const [dropped, setDropped] = useState(0);
  const present = useMemo(() => {
    const byId = new Map(profiles.map((profile) => [profile.id, profile]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }, [profiles, ids]);
  const missing = ids.length - present.length;
  useEffect(() => {
    if (missing === 0) return;
    setDropped((count) => count + missing);
    // The choice without them is no other step: going back would only lead here again.
    change({ ids: present.map(({ id }) => id) }, { replace: true });
  }, [missing, present, change]);
  return { present, dropped };
}
