import { Group, Radio, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { transportChoices } from '../../../../shared/model/profile-words.ts';
import { useFreshInfo } from '../../../api/profiles.ts';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** The way to the proxy, as one choice, with what the chosen one means. */
export function TransportField(fields: FieldsProps) {
  const { t } = useTranslation();
  const hint = useId();
  const info = useFreshInfo().value;
  const { transport } = fields.form.getValues();
  const noKernel = info !== null && !info.kernelSctp.available && transport === 'kernel';
  return (
    <>
      <Radio.Group {...useFieldProps(fields)('transport')}>
        <Group gap="6px 18px" mt={4}>
          {transportChoices.map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={t(`transports.${choice}`)}
              aria-describedby={choice === transport ? hint : undefined}
            />
          ))}
        </Group>
      </Radio.Group>
      <Text size="xs" c="dimmed" id={hint} mt={6}>
        {t(`profiles:transports.${transport}`)}
        {noKernel &&
          ` ${t('profiles:transports.notHere')} (${t(`kernelSctp.${info.kernelSctp.reason}`)})`}
      </Text>
    </>
  );
}
