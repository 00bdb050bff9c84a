import { useTranslation } from 'react-i18next';
import { FieldSource } from './field-source.tsx';
import { IntendedBufferSize } from './intended-buffer-size.tsx';
import { IntendedTransformation } from './intended-transformation.tsx';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** What is to be in force on the proxy, which the drift page compares with what is. */
export function IntendedFields(fields: FieldsProps) {
  const { form } = fields;
  const { t } = useTranslation();
  const props = useFieldProps(fields);
  const { label, error, disabled } = props('intendedTransformation');
  const { value: _, onChange: __, ...size } = props('intendedBufferSize');
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
        <IntendedBufferSize
          {...size}
          value={form.getValues().intendedBufferSize}
          onChange={(next) => form.setFieldValue('intendedBufferSize', next)}
          description={t('profiles:fields.intendedBufferSize.description')}
          maw={320}
        />
        <FieldSource {...fields} setting="intendedBufferSize" />
      </div>
    </>
  );
}
