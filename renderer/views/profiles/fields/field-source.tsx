import { Button } from '@mantine/core';
import { IconFolder, IconPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Setting } from '../../../../shared/model/stored-profile.ts';
import { useFieldValue } from '../../../components/use-field-value.ts';
import { settingsSet } from '../editor/inheritance.ts';
import classes from './fields.module.css';
import type { FieldsProps } from './use-field-props.tsx';

/** At a setting of which a folder says something: whether that holds or the profile's own value, and what makes it the other. */
export function FieldSource({
  setting,
  form,
  elsewhere,
  inheritance,
}: FieldsProps & { setting: Setting }) {
  const { t } = useTranslation();
  const said = useFieldValue();
  const folder = inheritance.from.get(setting)?.name;
  if (folder === undefined) return null;
  const values = form.getValues();
  const field = t(`profiles:fields.${setting}.label`);
  const inherited = inheritance.settings[setting] ?? '';
  const isSet = settingsSet(values, inheritance).includes(setting);
  const change = (): void => {
    const others = values.own.filter((name) => name !== setting);
    form.setValues(isSet ? { own: others, [setting]: inherited } : { own: [...others, setting] });
    form.getInputNode(setting)?.focus();
  };
  return (
    <span className={classes.source} data-source={isSet ? 'own' : 'folder'}>
      {isSet ? <IconPin size={14} aria-hidden /> : <IconFolder size={14} aria-hidden />}
      <span>
        {isSet
          ? t('profiles:source.own', { folder, value: said(setting, inherited) })
          : t('profiles:source.folder', { folder })}
      </span>
      {elsewhere.base?.managed === undefined && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t(isSet ? 'profiles:source.inheritField' : 'profiles:source.setField', {
            field,
          })}
          onClick={change}
        >
          {t(isSet ? 'profiles:source.inherit' : 'profiles:source.set')}
        </Button>
      )}
    </span>
  );
}
