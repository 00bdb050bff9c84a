import { useCallback, useMemo } from 'react';
import { mostFolded } from '../../../../shared/model/preference-words.ts';
import { useApi, usePreferences } from '../../../api/context.ts';

/** Which groups are folded, by their keys, and what folds and unfolds one. Remembered; of too many the first to be folded is unfolded. */
export function useFolded(): readonly [ReadonlySet<string>, (key: string) => void] {
  const { preferences, setPreferences } = useApi();
  const { boardFolded } = usePreferences();
  const toggle = useCallback(
    (key: string) => {
      const now = preferences.get().boardFolded;
      const boardFolded = now.includes(key)
        ? now.filter((each) => each !== key)
        : [...now, key].slice(-mostFolded);
      setPreferences({ boardFolded });
    },
    [preferences, setPreferences],
  );
  return [useMemo(() => new Set(boardFolded), [boardFolded]), toggle];
}
