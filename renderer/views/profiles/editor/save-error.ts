import type { ErrorValue } from '../../../../shared/errors.ts';
import { type FormField, formFields } from './form-fields.ts';
import type { FieldFault } from './profile-form.ts';

/** The field of the form that an error of a save or a test is about; null where it is about none. The contract puts `draft.` or `place.` before a field of those. */
export function fieldOf(error: ErrorValue): FormField | null {
  if (error.code === 'password-needed-again') return 'password';
  if (error.code !== 'invalid-input') return null;
  if (!('field' in error.detail)) return null;
  const field = error.detail.field.replace(/^(draft|place)\./, '');
  return formFields.find((known) => known === field) ?? null;
}

/** The key of the text that stands at that field. */
export function faultOfError(error: ErrorValue): FieldFault {
  if (error.code === 'password-needed-again') return 'again';
  return error.code === 'invalid-input' && error.detail.case === 'taken' ? 'taken' : 'value';
}
