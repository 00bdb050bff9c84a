import { Group, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RuleFieldsProps } from './condition-fields.tsx';

/** When people are told of what a rule fires. */
export function TellingFields({ form, change, faults, leave }: RuleFieldsProps) {
  const { t } = useTranslation();
  const time = (field: 'quietFrom' | 'quietTo') => (
    <TextInput
      type="time"
      label={t(`alerts:fields.${field}`)}
      value={form[field]}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      error={faults.has(field) ? t('alerts:faults.time') : null}
    />
  );
  return (
    <>
      <TextInput
        label={t('alerts:fields.again')}
        description={t('alerts:fields.againText')}
        value={form.again}
        onChange={({ currentTarget }) => change({ again: currentTarget.value })}
        onBlur={() => leave('again')}
        maxLength={20}
        autoComplete="off"
        error={faults.has('again') ? t('alerts:faults.again') : null}
      />
      <Switch
        label={t('alerts:fields.quiet')}
        description={t('alerts:fields.quietText')}
        checked={form.quiet}
        onChange={({ currentTarget }) => change({ quiet: currentTarget.checked })}
      />
      {form.quiet && (
        <Group grow align="flex-start">
          {time('quietFrom')}
          {time('quietTo')}
        </Group>
      )}
    </>
  );
}
