import { NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { transportChoices } from '../../../../shared/model/profile-words.ts';
import type { Setting } from '../../../../shared/model/stored-profile.ts';
import { useClassChoices } from '../../../components/class-words.ts';
import { NumberField } from '../../../components/number-field.tsx';
import { IntendedBufferSize } from '../fields/intended-buffer-size.tsx';
import { IntendedTransformation } from '../fields/intended-transformation.tsx';

type Value = string | number | boolean;

/** What a setting is given, in the kind of field that fits it. */
export function TypedSetting(props: {
  setting: Setting;
  value: Value;
  label: string;
  error: string | null;
  onChange: (value: Value) => void;
}) {
  const { setting, value, label, error, onChange } = props;
  const { t } = useTranslation();
  const classChoices = useClassChoices(setting === 'environment' ? String(value) : undefined);
  const common = { 'aria-label': label, error, size: 'sm' } as const;
  switch (setting) {
    case 'transport':
    case 'environment': {
      const data =
        setting === 'transport'
          ? transportChoices.map((each) => ({ value: each, label: t(`transports.${each}`) }))
          : classChoices;
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
    case 'intendedTransformation':
      return (
        <IntendedTransformation
          value={String(value)}
          label={label}
          labelled
          error={error}
          onChange={onChange}
        />
      );
    case 'intendedBufferSize':
      return (
        <IntendedBufferSize
          {...common}
          value={typeof value === 'boolean' ? 0 : value}
          placeholder={t('profiles:fields.intendedTransformation.nothing')}
          onChange={onChange}
        />
      );
    case 'pollSeconds':
      return (
        <NumberField
          {...common}
          value={typeof value === 'boolean' ? '' : value}
          onChange={onChange}
        />
      );
    case 'port':
    case 'udpPort':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'boolean' ? '' : value}
          onChange={onChange}
          allowDecimal={false}
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
