import { TextInput } from '@mantine/core';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { withHostTakenApart } from '../editor/profile-form.ts';
import { type FieldsProps, useFieldProps } from './use-field-props.tsx';

/** The host. What is typed or pasted with a port, a user or a scheme around it goes into the fields where that belongs. */
export function HostField(fields: FieldsProps) {
  const { form } = fields;
  const { t } = useTranslation();
  const { onBlur, ...props } = useFieldProps(fields)('host');
  const { transport } = form.getValues();

  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const pasted = event.clipboardData.getData('text');
    const host =
      value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? value.length);
    const apart = withHostTakenApart({ ...form.getValues(), host });
    // The page's own paste can be taken back by a key, so it stays wherever it will do.
    if (apart.host === host) return;
    event.preventDefault();
    form.setValues(apart);
  };
  return (
    <TextInput
      {...props}
      onPaste={onPaste}
      onBlur={(event) => {
        form.setValues(withHostTakenApart(form.getValues()));
        onBlur(event);
      }}
      withAsterisk
      description={t(
        transport === 'ssh' ? 'profiles:fields.host.fromSsh' : 'profiles:fields.host.description',
      )}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
    />
  );
}
