import { NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { environments, transportChoices } from '../../../../shared/model/profile.ts';
import type { Setting } from '../../../../shared/model/stored-profile.ts';
import type { FieldFault } from '../editor/profile-form.ts';
import { firstValue } from './folder-form.ts';
import classes from './folders.module.css';

type Value = string | number | boolean;

/** One setting of a folder: whether it says it, and what. */
export function SettingInput(props: {
  setting: Setting;
  value: Value | undefined;
  fault: FieldFault | undefined;
  onChange: (value: Value | undefined) => void;
}) {
  const { setting, value, fault, onChange } = props;
  const { t } = useTranslation();
  const field = useId();
  const label = t(`profiles:fields.${setting}.label`);
  const isSaid = value !== undefined;
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
          <Typed
            setting={setting}
            value={value}
            label={label}
            error={fault === undefined ? null : t(`profiles:faults.${fault}`, { character: '' })}
            onChange={onChange}
          />
        ) : (
          <span className={classes.unsaid}>{t('profiles:folders.unsaid')}</span>
        )}
      </div>
    </div>
  );
}

function Typed(props: {
  setting: Setting;
  value: Value;
  label: string;
  error: string | null;
  onChange: (value: Value) => void;
}) {
  const { setting, value, label, error, onChange } = props;
  const { t } = useTranslation();
  const common = { 'aria-label': label, error, size: 'sm' } as const;
  switch (setting) {
    case 'transport':
    case 'environment': {
      const data =
        setting === 'transport'
          ? transportChoices.map((each) => ({ value: each, label: t(`transports.${each}`) }))
          : environments.map((each) => ({ value: each, label: t(`environments.${each}`) }));
      return (
        <NativeSelect
          {...common}
          data={data}
          value={String(value)}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    }
    case 'autoConnect':
      return (
        <Switch
          {...common}
          checked={value === true}
          label={t(value === true ? 'profiles:folders.yes' : 'profiles:folders.no')}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      );
    case 'port':
    case 'udpPort':
    case 'pollSeconds':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'boolean' ? '' : value}
          onChange={onChange}
          allowDecimal={setting === 'pollSeconds'}
          allowNegative={false}
          hideControls
        />
      );
    default:
      return (
        <TextInput
          {...common}
          value={String(value)}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      );
  }
}
