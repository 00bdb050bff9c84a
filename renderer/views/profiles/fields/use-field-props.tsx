import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { hiddenIn } from '../../../../shared/model/hidden.ts';
import type { FormField } from '../editor/form-fields.ts';
import type { Inheritance } from '../editor/inheritance.ts';
import type { ProfileFormApi } from '../editor/profile-form.ts';
import type { Elsewhere } from '../editor/use-elsewhere.ts';
import { ConflictQuestion } from './conflict-question.tsx';

/** What every group of fields gets. */
export interface FieldsProps {
  readonly form: ProfileFormApi;
  readonly elsewhere: Elsewhere;
  readonly inheritance: Inheritance;
}

/** The form's props of a field, its label, and what is to be said of it: a fault as a text of the language in use, or what to decide. */
export function useFieldProps({ form, elsewhere }: FieldsProps) {
  const { t } = useTranslation();
  return useCallback(
    (field: FormField) => {
      const fault: unknown = form.errors[field];
      const conflict = elsewhere.conflicts.find((one) => one.field === field);
      const character = hiddenIn(String(form.getValues()[field] ?? '')) ?? '';
      let error: ReactNode =
        typeof fault === 'string' ? t(`profiles:faults.${fault}`, { character }) : null;
      if (conflict !== undefined) {
        error = (
          <ConflictQuestion
            conflict={conflict}
            onKeep={() => {
              elsewhere.keep(conflict.field);
              form.getInputNode(field)?.focus();
            }}
            onTake={() => {
              elsewhere.take(conflict.field);
              form.getInputNode(field)?.focus();
            }}
          />
        );
      }
      const { onBlur, ...props } = form.getInputProps(field);
      return {
        ...props,
        disabled: isFixed(field, elsewhere.base),
        // What was not filled in yet is no fault, and its text would move what is about to be clicked.
        onBlur(event: unknown) {
          if (form.getValues()[field] !== '' || form.isDirty(field)) onBlur?.(event);
        },
        label: t(`profiles:fields.${field}.label`),
        error,
      };
    },
    [form, elsewhere, t],
  );
}

const personal: ReadonlySet<FormField> = new Set(['password', 'notes', 'colour', 'favourite']);

/** What administrators say of a profile that they supply is theirs to change. */
function isFixed(field: FormField, profile: ProfileEntry | undefined): boolean {
  return profile?.managed !== undefined && !personal.has(field);
}
