import { AppError, type ErrorValue } from '../errors.ts';
import { draftFields, type FieldConflict } from './profile-merge.ts';

/** A save that was not made, since somebody else changed the same fields meanwhile. Its detail has both values of each: `mine.host`, `theirs.host`. */
export function editedElsewhere(name: string, conflicts: readonly FieldConflict[]): AppError {
  const fields = conflicts.map(({ field }) => field).join(', ');
  const values = conflicts.flatMap(({ field, mine, theirs }) => [
    [`mine.${field}`, mine],
    [`theirs.${field}`, theirs],
  ]);
  return new AppError(
    'edited-elsewhere',
    `${name} was changed elsewhere meanwhile (${fields}). Nothing was saved; look at both values and save again.`,
    { detail: { name, ...Object.fromEntries(values) } },
  );
}

/** What an error of a save leaves to decide; empty for any other error. */
export function conflictsOf({ code, detail = {} }: ErrorValue): readonly FieldConflict[] {
  if (code !== 'edited-elsewhere') return [];
  return draftFields.flatMap((field) => {
    const [mine, theirs] = [detail[`mine.${field}`], detail[`theirs.${field}`]];
    return mine == null || theirs == null ? [] : [{ field, mine, theirs }];
  });
}
