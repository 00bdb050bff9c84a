import { Autocomplete, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** What the proxy is called here, and where it is filed. */
export function IdentityFields({
  folders,
  ...fields
}: FieldsProps & { folders: readonly string[] }) {
  const { t } = useTranslation();
  const props = useFieldProps(fields);
  return (
    <>
      <TextInput {...props('name')} withAsterisk autoComplete="off" />
      <Autocomplete
        {...props('folder')}
        placeholder={t('profiles:fields.folder.example')}
        data={[...folders]}
        comboboxProps={{ withinPortal: false }}
        autoComplete="off"
      />
    </>
  );
}
