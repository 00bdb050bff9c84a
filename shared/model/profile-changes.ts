import type { EventDetail, FieldChange } from '../facts/events.ts';
import { changedFields, type DraftValues } from './profile-merge.ts';

/** The facts of an edit, as an event carries them: what was made of what, and whether there is another password, never which. */
export function detailOfEdit(
  before: DraftValues,
  after: DraftValues,
  passwordChanged: boolean,
): Pick<EventDetail<'profile-edited'>, 'changes' | 'passwordChanged'> {
  const changes = [...changedFields(before, after)].map(
    (field): FieldChange => ({ field, from: before[field], to: after[field] }),
  );
  return { changes, passwordChanged };
}
