import { useCallback, useEffect, useState } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import {
  changedFields,
  type DraftField,
  draftFields,
  type FieldConflict,
  mergeEdits,
} from '../../../../shared/model/profile-merge.ts';
import { formOf, type ProfileForm, type ProfileFormApi } from './profile-form.ts';

/** What happened to a profile elsewhere while its form is open. */
export interface Elsewhere {
  /** The profile that the form is an edit of, as it is by now; undefined for a new one, and for one that is gone. */
  readonly base: ProfileEntry | undefined;
  readonly removed: boolean;
  /** Fields that were changed elsewhere and not here: the form has them as they are there. */
  readonly takenOver: readonly DraftField[];
  /** Fields that were changed there and here. The form has the value of here until it is decided. */
  readonly conflicts: readonly FieldConflict[];
  /** Decides for the value of here, or of there. */
  readonly keep: (field: DraftField) => void;
  readonly take: (field: DraftField) => void;
  /** A save was answered with these: its window was told later than the core. */
  readonly refused: (conflicts: readonly FieldConflict[]) => void;
}

interface Followed {
  readonly base: ProfileEntry | undefined;
  /** The profile that this window was last told of. An answer to a save may know more. */
  readonly seen: ProfileEntry | undefined;
  readonly takenOver: readonly DraftField[];
  readonly conflicts: readonly FieldConflict[];
}

/** Follows the saved profile while its form is open: `profile` as it is now, undefined where it is gone. Not while `paused`, as during a save of its own. */
export function useElsewhere(
  form: ProfileFormApi,
  profile: ProfileEntry | undefined,
  paused: boolean,
): Elsewhere {
  const [followed, setFollowed] = useState<Followed>({
    base: profile,
    seen: profile,
    takenOver: [],
    conflicts: [],
  });
  const { base, seen } = followed;

  useEffect(() => {
    if (paused || base === undefined || profile === undefined || profile === seen) return;
    const mine = form.getValues();
    const { merged, conflicts } = mergeEdits<ProfileForm>(formOf(base), mine, formOf(profile), {
      withPassword: mine.password !== '',
    });
    const takenOver = changedFields(mine, merged);
    form.setInitialValues(formOf(profile));
    if (takenOver.size > 0) form.setValues(merged);
    setFollowed((before) => ({
      base: profile,
      seen: profile,
      takenOver: inOrder(new Set([...before.takenOver, ...takenOver])),
      conflicts: together(before.conflicts, conflicts, profile),
    }));
  }, [form, base, seen, profile, paused]);

  const decided = useCallback((field: DraftField): void => {
    setFollowed((before) => ({
      ...before,
      conflicts: before.conflicts.filter((conflict) => conflict.field !== field),
    }));
  }, []);
  const take = (field: DraftField): void => {
    const conflict = followed.conflicts.find((one) => one.field === field);
    if (conflict !== undefined) form.setFieldValue(field, conflict.theirs as never);
    decided(field);
  };
  const refused = useCallback((conflicts: readonly FieldConflict[]): void => {
    setFollowed((before) => {
      if (before.base === undefined) return before;
      const theirs = conflicts.map((conflict) => [conflict.field, conflict.theirs]);
      const next: ProfileEntry = { ...before.base, ...Object.fromEntries(theirs) };
      return {
        ...before,
        base: next,
        conflicts: together(before.conflicts, conflicts, next),
      };
    });
  }, []);
  const removed = base !== undefined && profile === undefined;
  return { ...followed, base: removed ? undefined : base, removed, keep: decided, take, refused };
}

/** New conflicts in the place of older ones of their fields; an older one that is none any more is gone. */
function together(
  before: readonly FieldConflict[],
  now: readonly FieldConflict[],
  theirs: ProfileEntry,
): readonly FieldConflict[] {
  const fields = new Set(now.map(({ field }) => field));
  const open = before
    .filter(({ field }) => !fields.has(field))
    .map((conflict) => ({ ...conflict, theirs: theirs[conflict.field] }));
  return [...open, ...now];
}

function inOrder(fields: ReadonlySet<DraftField>): readonly DraftField[] {
  return draftFields.filter((field) => fields.has(field));
}
