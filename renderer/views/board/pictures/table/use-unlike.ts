import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardColumn } from '../../../../../shared/model/preference-words.ts';
import { useDifferences } from '../../../../api/context.ts';
import { differenceWords } from '../../../../fleet/differences/difference-words.ts';
import { useFormat } from '../../../../format/use-format.ts';

/** In which columns a proxy is unlike its group, each with a sentence that says how. */
export function useUnlike(id: string): ReadonlyMap<BoardColumn, string> {
  const differences = useDifferences(id);
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => new Map(differences.map((each) => [each.trait, differenceWords(each, t, format).whole])),
    [differences, t, format],
  );
}
