import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showHidden } from '../../../shared/model/hidden.ts';

/** Chooses the one of some values that the rows of a log are to have; none for all. */
export function OneOf<T extends string>(props: {
  label: string;
  value: T | undefined;
  onChange: (value: T | undefined) => void;
  data: readonly { readonly value: T; readonly label: string }[];
}) {
  const { t } = useTranslation();
  return (
    <Select
      size="xs"
      w={150}
      label={props.label}
      placeholder={t('audit:all')}
      value={props.value ?? null}
      onChange={(next) => props.onChange((next as T | null) ?? undefined)}
      clearable
      searchable
      nothingFoundMessage={t('events:nothingFound')}
      clearButtonProps={{ 'aria-label': t('audit:clear', { label: props.label }) }}
      data={[...props.data]}
    />
  );
}

/** What is chosen can be seen, also where it is none of what there is now. */
export function withChosen(
  known: readonly string[],
  chosen: string | undefined,
): readonly { readonly value: string; readonly label: string }[] {
  const all = chosen === undefined || known.includes(chosen) ? known : [...known, chosen];
  return all.map((value) => ({ value, label: showHidden(value) }));
}
