import type { z } from 'zod';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import { argumentSchema } from '../../../../shared/model/profile.ts';
import {
  type Colour,
  settingNames,
  usualSettings,
} from '../../../../shared/model/profile-words.ts';
import {
  type ProfileFolder,
  profileFolderSchema,
  type Setting,
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
  /** Never the saved one: empty keeps that. */
  readonly password: string;
  /** The saved one is to go. */
  readonly removePassword: boolean;
}

/** Two forms that a save would make the same folder of. */
export function isSameForm(a: FolderForm, b: FolderForm): boolean {
  return sameKey(a) === sameKey(b);
}

function sameKey({ settings, ...form }: FolderForm): string {
  const said = settingNames.map((name) => [name, String(settings[name] ?? '')]);
  return JSON.stringify([
    form.name,
    form.parentId,
    form.colour,
    form.password,
    form.removePassword,
    said,
  ]);
}

export function formOfFolder(folder: ProfileFolder | undefined): FolderForm {
  const noPassword = { password: '', removePassword: false };
  if (folder === undefined) {
    return { name: '', parentId: null, colour: 'none', settings: {}, ...noPassword };
  }
  const { name, parentId, colour, settings } = folder;
  return { name, parentId, colour, settings, ...noPassword };
}

/** What a setting begins with when the folder is to say it. */
export function firstValue(setting: Setting): string | number | boolean {
  return setting === 'user' ? '' : usualSettings[setting];
}

export type FolderFault = 'name' | 'password' | Setting;
type Faults = Readonly<Partial<Record<FolderFault, FieldFault>>>;

const draftSchema = profileFolderSchema.omit({ id: true });

/** `password`: undefined keeps the saved one, null takes it away. */
interface Read {
  readonly draft: z.output<typeof draftSchema>;
  readonly password: string | null | undefined;
}

/** What the form of this saved folder, or of a new one, says, or what is wrong with it. A folder that somebody fills in stays, whatever lies in it. */
export function readFolder(
  form: FolderForm,
  saved?: FolderEntry,
): Read | { readonly faults: Faults } {
  const { password: typed, removePassword, ...values } = form;
  const read = draftSchema.safeParse({ ...values, kept: true });
  const faults: Partial<Record<FolderFault, FieldFault>> = {};
  const says = form.settings.user !== undefined;
  const fault = says ? faultOfPassword(form, saved) : null;
  if (fault !== null) faults.password = fault;
  if (read.success && fault === null) {
    const password = typed !== '' ? typed : removePassword ? null : undefined;
    return { draft: read.data, password: says ? password : undefined };
  }
  for (const issue of read.error?.issues ?? []) {
    const [top, inside] = issue.path;
    const field = settingNames.find((name) => top === 'settings' && name === inside) ?? 'name';
    faults[field] ??= faultOf(field, issue);
  }
  return { faults };
}

function faultOfPassword(form: FolderForm, saved: FolderEntry | undefined): FieldFault | null {
  if (form.password === '') {
    const isOther = form.settings.user !== saved?.settings.user;
    const has = saved?.savedPassword === 'here' && !form.removePassword;
    return has && isOther ? 'again' : null;
  }
  const issue = argumentSchema.safeParse(form.password).error?.issues[0];
  return issue === undefined ? null : faultOf('password', issue);
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
