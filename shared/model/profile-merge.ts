import { placeFields } from './place-fields.ts';
import { type ProfileDraft, profileDraftSchema } from './profile.ts';

export type DraftField = keyof ProfileDraft;

export const draftFields = profileDraftSchema.keyof().options;

/** A profile as it is saved, or as it stands in a form, where a number may be half typed. */
export type DraftValues = Readonly<Record<DraftField, string | number | boolean>>;

/** A field that two edits made different, with both values. */
export interface FieldConflict {
  readonly field: DraftField;
  readonly mine: string | number | boolean;
  readonly theirs: string | number | boolean;
}

/** `merged` has mine at the conflicts: whoever decides has it to decide about. */
export interface Merged<T> {
  readonly merged: T;
  readonly conflicts: readonly FieldConflict[];
}

/**
 * Two edits of the same profile as one: `mine` was made from `base`, which is `theirs` by now. What only one of them changed is taken as
 * that one has it, field by field. The fields that say where the proxy is touch each other: half of one address and half of another would
 * lead where nobody meant to go. A password that came with mine (`withPassword`) was meant for the place of mine, so it counts as a change of it.
 */
export function mergeEdits<T extends DraftValues>(
  base: T,
  mine: T,
  theirs: T,
  { withPassword = false }: { readonly withPassword?: boolean } = {},
): Merged<T> {
  const byMe = changedFields(base, mine);
  const byThem = changedFields(base, theirs);
  const places = placeFields.filter((field) => !isSame(mine, theirs, field));
  const placesTouch =
    (withPassword || placeFields.some((field) => byMe.has(field))) &&
    placeFields.some((field) => byThem.has(field));
  const touching = new Set<DraftField>(placesTouch ? places : []);
  for (const field of byMe) {
    if (byThem.has(field) && !isSame(mine, theirs, field)) touching.add(field);
  }
  const fromThem = [...byThem].filter((field) => !byMe.has(field) && !touching.has(field));
  return {
    merged: { ...mine, ...Object.fromEntries(fromThem.map((field) => [field, theirs[field]])) },
    conflicts: draftFields
      .filter((field) => touching.has(field))
      .map((field) => ({ field, mine: mine[field], theirs: theirs[field] })),
  };
}

/** The fields that are different. */
export function changedFields(before: DraftValues, after: DraftValues): ReadonlySet<DraftField> {
  return new Set(draftFields.filter((field) => !isSame(before, after, field)));
}

/** A number that is typed is the same as the number. */
function isSame(a: DraftValues, b: DraftValues, field: DraftField): boolean {
  return String(a[field]) === String(b[field]);
}
