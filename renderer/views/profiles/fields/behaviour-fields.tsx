import { Radio, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClassChoices } from '../../../components/class-words.ts';
import { NumberField } from '../../../components/number-field.tsx';
import { useTeethText } from '../../../components/teeth-text.ts';
import { FieldSource } from './field-source.tsx';
import classes from './fields.module.css';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** How the console treats the proxy. */
export function BehaviourFields(fields: FieldsProps) {
  const { form } = fields;
  const { t } = useTranslation();
  const props = useFieldProps(fields);
  const choices = useClassChoices(form.getValues().environment);
  const teethText = useTeethText();
  const { label, value: _, ...autoConnect } = props('autoConnect');
  return (
    <>
      <div>
        <Radio.Group {...props('environment')}>
          <Stack gap={6} mt={6}>
            {choices.map(({ value, label: name }) => (
              <Radio key={value} value={value} label={name} description={teethText(value)} />
            ))}
          </Stack>
        </Radio.Group>
        <FieldSource {...fields} setting="environment" />
      </div>
      <div>
        <NumberField
          {...props('pollSeconds')}
          value={form.getValues().pollSeconds}
          description={t('profiles:fields.pollSeconds.description')}
          classNames={{ wrapper: classes.short }}
        />
        <FieldSource {...fields} setting="pollSeconds" />
      </div>
      <div>
        <Switch
          {...autoConnect}
          checked={form.getValues().autoConnect}
          label={label}
          description={t('profiles:fields.autoConnect.description')}
        />
        <FieldSource {...fields} setting="autoConnect" />
      </div>
    </>
  );
}
