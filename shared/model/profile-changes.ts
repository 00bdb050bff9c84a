import type { ProxyEvent } from './event.ts';
import { changedFields, type DraftField, type DraftValues, draftFields } from './profile-merge.ts';

/** What one edit made of one field. */
export interface FieldChange {
  readonly field: DraftField;
  readonly from: string | number | boolean;
  readonly to: string | number | boolean;
}

/** The facts of an edit, as an event carries them: `from.host` and `to.host`, and whether there is another password, never which. */
export function detailOfEdit(
  before: DraftValues,
  after: DraftValues,
  passwordChanged: boolean,
): ProxyEvent['detail'] {
  const values = [...changedFields(before, after)].flatMap((field) => [
    [`from.${field}`, before[field]],
    [`to.${field}`, after[field]],
  ]);
  return { ...Object.fromEntries(values), ...(passwordChanged ? { password: true } : {}) };
}

/** What an event says that was edited, in the order of the form. */
export function changesIn(detail: ProxyEvent['detail']): readonly FieldChange[] {
  return draftFields.flatMap((field) => {
    const [from, to] = [detail[`from.${field}`], detail[`to.${field}`]];
    return from == null || to == null ? [] : [{ field, from, to }];
  });
}
