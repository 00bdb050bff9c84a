import { useCallback, useMemo } from 'react';
import { mostFolded } from '../../../shared/model/preference-words.ts';
import { useApi, usePreferences } from '../../api/context.ts';

/** The folders that are shut, by their keys, and what shuts and opens one: the same in all trees, and remembered. */
export function useFolds(): readonly [ReadonlySet<string>, (key: string, folded: boolean) => void] {
  const { preferences, setPreferences } = useApi();
  const { foldedFolders } = usePreferences();
  const fold = useCallback(
    (key: string, folded: boolean) => {
      const others = preferences.get().foldedFolders.filter((each) => each !== key);
      setPreferences({ foldedFolders: (folded ? [key, ...others] : others).slice(0, mostFolded) });
    },
    [preferences, setPreferences],
  );
  return [useMemo(() => new Set(foldedFolders), [foldedFolders]), fold];
}
