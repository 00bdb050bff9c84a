import { mostPaused, type Preferences } from '../../shared/model/app-info.ts';
import { useApi, usePreferences } from './context.ts';

/** Whether a proxy is read once a minute only. */
export function useIsPaused(id: string): boolean {
  return usePreferences().paused.includes(id);
}

/** Pauses proxies, or reads them again as often as their profiles say. Kept, and the same in every window. */
export function usePausing(): (ids: readonly string[], paused: boolean) => void {
  const { preferences, setPreferences } = useApi();
  return (ids, paused) => setPreferences(pausedAfter(preferences.get(), ids, paused));
}

/** The preference after these were paused, or are no longer; of too many the oldest go. */
export function pausedAfter(
  { paused: before }: Pick<Preferences, 'paused'>,
  ids: readonly string[],
  paused: boolean,
): Pick<Preferences, 'paused'> {
  const others = before.filter((id) => !ids.includes(id));
  return { paused: paused ? [...others, ...ids].slice(-mostPaused) : others };
}
