import { MultiSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, type Choosable, choicesFor, withChoice } from './choices.ts';
import classes from './compare.module.css';
import { mostCompared } from './compare-view.ts';

/** Which proxies are compared: by name, host or folder, one by one or all of a folder. */
export function Chooser(props: {
  profiles: readonly Choosable[];
  ids: readonly string[];
  onChange: (ids: readonly string[]) => void;
}) {
  const { profiles, ids, onChange } = props;
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState('');
  const locale = i18n.resolvedLanguage ?? 'en';
  const data = useMemo(() => {
    const label = (folder: string, { name, count }: Choice): string => {
      if (name !== null) return name;
      return folder === ''
        ? t('compare:allOfTop', { count })
        : t('compare:allOfFolder', { folder, count });
    };
    const chosen = profiles.filter(({ id }) => ids.includes(id));
    return [
      ...choicesFor(profiles, ids, typed, locale).map(({ folder, choices }) => ({
        group: folder === '' ? t('compare:noFolder') : folder,
        items: choices.map((choice) => ({ value: choice.value, label: label(folder, choice) })),
      })),
      // The field takes the names of what is chosen from the same list; it does not offer them again.
      ...chosen.map(({ id, name }) => ({ value: id, label: name })),
    ];
  }, [profiles, ids, typed, locale, t]);
  return (
    <MultiSelect
      size="xs"
      className={classes.chooser}
      classNames={{ pillsList: classes.pills }}
      label={t('compare:choose')}
      placeholder={t('compare:choosePlaceholder')}
      value={[...ids]}
      onChange={(next) => {
        const added = next.find((value) => !ids.includes(value));
        onChange(added === undefined ? next : withChoice(profiles, ids, added, locale));
      }}
      data={data}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // What fits is worked out above, with accents folded.
      filter={({ options }) => options}
      hidePickedOptions
      clearable
      clearSearchOnChange
      maxValues={mostCompared}
      maxDropdownHeight={320}
      nothingFoundMessage={t(typed.trim() === '' ? 'compare:allChosen' : 'compare:nothingFits')}
      clearButtonProps={{ 'aria-label': t('compare:clear') }}
    />
  );
}
