import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { colours } from '../../../../shared/model/profile-words.ts';
import classes from './fields.module.css';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** What is found and recognised by, and what colleagues are to know. */
export function RemarkFields(fields: FieldsProps) {
  const { t } = useTranslation();
  const props = useFieldProps(fields);
  const { label, value: _, ...favourite } = props('favourite');
  return (
    <>
      <TextInput
        {...props('tags')}
        description={t('profiles:fields.tags.description')}
        autoComplete="off"
      />
      <NativeSelect
        {...props('colour')}
        classNames={{ wrapper: classes.short }}
        data={colours.map((value) => ({ value, label: t(`profiles:colours.${value}`) }))}
      />
      <Switch
        {...favourite}
        checked={fields.form.getValues().favourite}
        label={label}
        description={t('profiles:fields.favourite.description')}
      />
      <Textarea
        {...props('notes')}
        description={t('profiles:fields.notes.description')}
        autosize
        minRows={2}
        maxRows={10}
      />
    </>
  );
}
