import { useTranslation } from 'react-i18next';
import { useFieldValue } from '../../../components/use-field-value.ts';
import { settingsSet } from '../editor/inheritance.ts';
import type { FieldsProps } from '../fields/use-field-props.tsx';
import { behaviourSettings } from './section-names.ts';
import classes from './sections.module.css';

/** How the proxy is treated, in a line, with the folder that says it where one does. */
export function BehaviourSummary({ form, inheritance }: FieldsProps) {
  const { t } = useTranslation();
  const said = useFieldValue();
  const values = form.getValues();
  const set = settingsSet(values, inheritance);
  return behaviourSettings.map((setting) => {
    const folder = set.includes(setting) ? undefined : inheritance.from.get(setting)?.name;
    const field = t(`profiles:fields.${setting}.label`);
    const value = said(setting, values[setting]);
    return (
      <span
        key={setting}
        className={classes.fact}
        data-source={folder === undefined ? 'own' : 'folder'}
      >
        {folder === undefined
          ? t('profiles:sections.fact', { field, value })
          : t('profiles:sections.inherited', { field, value, folder })}
      </span>
    );
  });
}

/** What a profile is found and recognised by, in a line. */
export function RemarksSummary({ form }: FieldsProps) {
  const { t } = useTranslation();
  const { tags, colour, favourite, notes } = form.getValues();
  const facts = [
    tags.trim(),
    colour === 'none' ? '' : t(`profiles:colours.${colour}`),
    favourite ? t('profiles:fields.favourite.label') : '',
    notes.trim().split('\n')[0] ?? '',
  ].filter((fact) => fact !== '');
  if (facts.length === 0) return <span>{t('profiles:sections.nothing')}</span>;
  return facts.map((fact) => (
    <span key={fact} className={classes.fact}>
      {fact}
    </span>
  ));
}
