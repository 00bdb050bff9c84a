import { Switch } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Setting } from '../../../../shared/model/stored-profile.ts';
import { fieldValue } from '../../../../shared/texts/field-value.ts';
import { useSpeaker } from '../../../format/use-speaker.ts';
import type { FieldFault } from '../editor/profile-form.ts';
import type { Around } from './around.ts';
import { firstValue } from './folder-form.ts';
import classes from './folders.module.css';
import { TypedSetting } from './typed-setting.tsx';

type Value = string | number | boolean;

/** One setting of a folder: whether it says it, and what. */
export function SettingInput(props: {
  setting: Setting;
  value: Value | undefined;
  around: Around | undefined;
  fault: FieldFault | undefined;
  onChange: (value: Value | undefined) => void;
}) {
  const { setting, value, around, fault, onChange } = props;
  const { t } = useTranslation();
  const { words } = useSpeaker();
  const field = useId();
  const label = t(`profiles:fields.${setting}.label`);
  const isSaid = value !== undefined;
  const held =
    around === undefined
      ? null
      : around.from === null
        ? t('profiles:folders.usual', { value: fieldValue(words, setting, around.value) })
        : t('profiles:folders.saidBy', {
            folder: around.from,
            value: fieldValue(words, setting, around.value),
          });
  return (
    <div className={classes.setting} data-setting={setting}>
      <Switch
        label={label}
        checked={isSaid}
        aria-controls={field}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.checked ? firstValue(setting) : undefined)
        }
      />
      <div id={field}>
        {isSaid ? (
          <TypedSetting
            setting={setting}
            value={value}
            label={label}
            error={fault === undefined ? null : t(`profiles:faults.${fault}`, { character: '' })}
            onChange={onChange}
          />
        ) : (
          <span className={classes.unsaid}>
            {t('profiles:folders.unsaid')}
            {held !== null && ` · ${held}`}
          </span>
        )}
      </div>
    </div>
  );
}
