import { useCallback } from 'react';
import type { BoardColumn } from '../../../../../shared/model/preference-words.ts';
import { useApi, usePreferences } from '../../../../api/context.ts';

/** The columns of the table beside the name, in their order, and what chooses others; remembered. */
export function useColumns(): readonly [
  readonly BoardColumn[],
  (columns: readonly BoardColumn[]) => void,
] {
  const { setPreferences } = useApi();
  const { boardColumns } = usePreferences();
  const set = useCallback(
    (columns: readonly BoardColumn[]) => setPreferences({ boardColumns: [...columns] }),
    [setPreferences],
  );
  return [boardColumns, set];
}
