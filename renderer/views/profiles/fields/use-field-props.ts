import type { UseFormReturnType } from '@mantine/form';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField, ProfileForm } from '../profile-form.ts';

export type ProfileFormApi = UseFormReturnType<ProfileForm>;

/** What every group of fields gets. */
export interface FieldsProps {
  readonly form: ProfileFormApi;
}

/** The form's props of a field, its fault as a text of the language in use, its label and its description. */
export function useFieldProps(form: ProfileFormApi) {
  const { t } = useTranslation();
  return useCallback(
    (field: FormField) => {
      const fault: unknown = form.errors[field];
      return {
        ...form.getInputProps(field),
        label: t(`profiles:fields.${field}.label`),
        error: typeof fault === 'string' ? t(`profiles:faults.${fault}`) : null,
      };
    },
    [form, t],
  );
}
