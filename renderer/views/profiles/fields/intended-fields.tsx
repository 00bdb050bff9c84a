import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldSource } from './field-source.tsx';
import classes from './fields.module.css';
import { IntendedTransformation } from './intended-transformation.tsx';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** What is to be in force on the proxy, which the drift page compares with what is. */
export function IntendedFields(fields: FieldsProps) {
  const { form } = fields;
  const { t } = useTranslation();
  const props = useFieldProps(fields);
  const { label, error, disabled } = props('intendedTransformation');
  const { value, onChange: _, ...size } = props('intendedBufferSize');
  return (
    <>
      <div>
        <IntendedTransformation
          value={form.getValues().intendedTransformation}
          label={label}
          description={t('profiles:fields.intendedTransformation.description')}
          error={error}
          disabled={disabled}
          onChange={(next) => form.setFieldValue('intendedTransformation', next)}
        />
        <FieldSource {...fields} setting="intendedTransformation" />
      </div>
      <div>
        <NumberInput
          {...size}
          value={value === 0 ? '' : value}
          onChange={(next) => form.setFieldValue('intendedBufferSize', next === '' ? 0 : next)}
          description={t('profiles:fields.intendedBufferSize.description')}
          classNames={{ wrapper: classes.short }}
          allowDecimal={false}
          allowNegative={false}
          hideControls
        />
        <FieldSource {...fields} setting="intendedBufferSize" />
      </div>
    </>
  );
}
