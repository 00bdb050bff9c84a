import type { Preferences } from './app-info.ts';
import { mostPaused } from './preference-words.ts';

/** The preference after these were paused, or are no longer; of too many the oldest go. */
export function pausedAfter(
  { paused: before }: Pick<Preferences, 'paused'>,
  ids: readonly string[],
  paused: boolean,
): Pick<Preferences, 'paused'> {
  const others = before.filter((id) => !ids.includes(id));
  return { paused: paused ? [...others, ...ids].slice(-mostPaused) : others };
}
