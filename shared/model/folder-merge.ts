import { placeFields } from './place-fields.ts';
import type { Colour } from './profile-words.ts';
import { settingNames } from './profile-words.ts';
import type { OwnSettings, Setting } from './stored-profile.ts';

export const folderFields = ['name', 'parentId', 'colour', ...settingNames] as const;
export type FolderField = (typeof folderFields)[number];

/** What a field has: null where the folder does not say it, and for the parent of one at the top. */
export type FolderValue = string | number | boolean | null;

/** A field of a folder that two edits made different, with both values. */
export interface FolderConflict {
  readonly field: FolderField;
  readonly mine: FolderValue;
  readonly theirs: FolderValue;
}

/** What is compared of a folder, also while it is typed: a number may be half typed. */
export interface FolderValues {
  readonly name: string;
  readonly parentId: string | null;
  readonly colour: Colour;
  readonly settings: Readonly<Partial<Record<Setting, string | number | boolean>>>;
}

/** `merged` has mine at the conflicts: whoever decides has it to decide about. */
export interface MergedFolder<T> {
  readonly merged: T;
  readonly conflicts: readonly FolderConflict[];
  /** Fields that only they changed. */
  readonly fromThem: readonly FolderField[];
}

/**
 * Two edits of the same folder as one, as `mergeEdits` does for profiles: `mine` was made from `base`, which is `theirs` by now. What says where
 * proxies are and who logs in touches each other, and so does a password that came with mine.
 */
export function mergeFolders<T extends FolderValues>(
  base: FolderValues,
  mine: T,
  theirs: FolderValues,
  { withPassword = false }: { readonly withPassword?: boolean } = {},
): MergedFolder<T> {
  const byMe = changed(base, mine);
  const byThem = changed(base, theirs);
  const places = new Set<FolderField>(placeFields.filter((field) => field !== 'host'));
  const placesTouch =
    (withPassword || [...byMe].some((field) => places.has(field))) &&
    [...byThem].some((field) => places.has(field));
  const touching = folderFields.filter(
    (field) =>
      !isSame(mine, theirs, field) &&
      ((byMe.has(field) && byThem.has(field)) || (placesTouch && places.has(field))),
  );
  const fromThem = [...byThem].filter((field) => !byMe.has(field) && !touching.includes(field));
  return {
    merged: fromThem.reduce((merged, field) => withValue(merged, field, theirs), mine),
    conflicts: touching.map((field) => ({
      field,
      mine: folderValue(mine, field),
      theirs: folderValue(theirs, field),
    })),
    fromThem,
  };
}

export function folderValue(folder: FolderValues, field: FolderField): FolderValue {
  if (field === 'name' || field === 'parentId' || field === 'colour') return folder[field];
  return folder.settings[field] ?? null;
}

/** The folder with this field as the other has it. */
export function withValue<T extends FolderValues>(
  folder: T,
  field: FolderField,
  from: FolderValues,
): T {
  if (field === 'name' || field === 'parentId' || field === 'colour') {
    return { ...folder, [field]: from[field] };
  }
  const { [field]: _, ...others } = folder.settings;
  const value = from.settings[field];
  return { ...folder, settings: value === undefined ? others : { ...others, [field]: value } };
}

function changed(before: FolderValues, after: FolderValues): ReadonlySet<FolderField> {
  return new Set(folderFields.filter((field) => !isSame(before, after, field)));
}

/** A number that is typed is the same as the number. */
function isSame(a: FolderValues, b: FolderValues, field: FolderField): boolean {
  const [one, other] = [folderValue(a, field), folderValue(b, field)];
  return one === null || other === null ? one === other : String(one) === String(other);
}

/** What of a folder's settings somebody else may have set for what lay in it: taken away where it is still as the folder said. */
export function withoutGiven(
  present: OwnSettings,
  before: OwnSettings,
  given: OwnSettings,
): OwnSettings {
  const left = { ...present };
  for (const name of settingNames) {
    if (before[name] === undefined && left[name] === given[name]) delete left[name];
  }
  return left;
}
