import type { z } from 'zod';
import { type Colour, usualSettings } from '../../../../shared/model/profile.ts';
import {
  type ProfileFolder,
  profileFolderSchema,
  type Setting,
  settingNames,
} from '../../../../shared/model/stored-profile.ts';
import { type FieldFault, faultOf } from '../editor/profile-form.ts';

/** A setting as it is typed: a number may be half typed. */
export type TypedSettings = Partial<Record<Setting, string | number | boolean>>;

/** A folder as it is typed. What it does not say is not in `settings`. */
export interface FolderForm {
  readonly name: string;
  readonly parentId: string | null;
  readonly colour: Colour;
  readonly settings: TypedSettings;
}

export function formOfFolder(folder: ProfileFolder | undefined): FolderForm {
  if (folder === undefined) return { name: '', parentId: null, colour: 'none', settings: {} };
  const { name, parentId, colour, settings } = folder;
  return { name, parentId, colour, settings };
}

/** What a setting begins with when the folder is to say it. */
export function firstValue(setting: Setting): string | number | boolean {
  return setting === 'user' ? '' : usualSettings[setting];
}

type Faults = Readonly<Partial<Record<'name' | Setting, FieldFault>>>;

const draftSchema = profileFolderSchema.omit({ id: true });

/** What the form says, or what is wrong with it. A folder that somebody fills in stays, whatever lies in it. */
export function readFolder(
  form: FolderForm,
): { readonly draft: z.output<typeof draftSchema> } | { readonly faults: Faults } {
  const read = draftSchema.safeParse({ ...form, kept: true });
  if (read.success) return { draft: read.data };
  const faults: Partial<Record<'name' | Setting, FieldFault>> = {};
  for (const issue of read.error.issues) {
    const [top, inside] = issue.path;
    const field = settingNames.find((name) => top === 'settings' && name === inside) ?? 'name';
    faults[field] ??= faultOf(field, issue);
  }
  return { faults };
}

/** Those in which it can lie: neither itself nor one in it. */
export function parentsFor(
  id: string | undefined,
  folders: readonly ProfileFolder[],
): readonly ProfileFolder[] {
  if (id === undefined) return folders;
  const inside = new Set([id]);
  for (let before = 0; before !== inside.size; ) {
    before = inside.size;
    for (const folder of folders) {
      if (folder.parentId !== null && inside.has(folder.parentId)) inside.add(folder.id);
    }
  }
  return folders.filter((folder) => !inside.has(folder.id));
}
