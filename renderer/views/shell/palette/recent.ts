import { recentCommandsMost } from '../../../../shared/model/preference-words.ts';

/** What was done last, after this was done. */
export function withRecent(recent: readonly string[], id: string): string[] {
  return [id, ...recent.filter((each) => each !== id)].slice(0, recentCommandsMost);
}
