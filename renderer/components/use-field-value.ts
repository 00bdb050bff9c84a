import { useCallback } from 'react';
import type { DraftField } from '../../shared/model/profile-merge.ts';
import { fieldValue } from '../../shared/texts/field-value.ts';
import { useSpeaker } from '../format/use-speaker.ts';
import { useClassName } from './class-words.ts';

/** Says the value of a profile's field in words, a class by what it is called. */
export function useFieldValue(): (field: DraftField, value: string | number | boolean) => string {
  const { words } = useSpeaker();
  const nameOf = useClassName();
  return useCallback(
    (field, value) =>
      field === 'environment' && value !== ''
        ? nameOf(String(value))
        : fieldValue(words, field, value),
    [words, nameOf],
  );
}
