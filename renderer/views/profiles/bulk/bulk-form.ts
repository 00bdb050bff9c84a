import type { CallInput, ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { folderSchema, tagsSchema } from '../../../../shared/model/name.ts';
import { argumentSchema } from '../../../../shared/model/profile.ts';
import {
  ownSettingsSchema,
  type Setting,
  settingNames,
} from '../../../../shared/model/stored-profile.ts';
import type { FormField } from '../editor/form-fields.ts';
import { type FieldFault, faultOf } from '../editor/profile-form.ts';
import type { TypedSettings } from '../folders/folder-form.ts';

/** An edit of many as it is typed. What is empty, or not named in `settings`, stays as it is for each. */
export interface BulkForm {
  readonly folder: string;
  readonly addTags: string;
  readonly password: string;
  /** What they are given; `inherit` where their folders are to say it. */
  readonly settings: TypedSettings;
  readonly inherit: readonly Setting[];
}

export const emptyBulk: BulkForm = {
  folder: '',
  addTags: '',
  password: '',
  settings: {},
  inherit: [],
};

type BulkInput = CallInput<'profiles.edit'>;
type Faults = Readonly<Partial<Record<FormField, FieldFault>>>;

/** What is asked for, or what is wrong; null where nothing would change. A folder of `/` is the top. */
export function readBulk(
  form: BulkForm,
  ids: readonly string[],
): { readonly input: BulkInput | null } | { readonly faults: Faults } {
  const faults: Partial<Record<FormField, FieldFault>> = {};
  const settings = ownSettingsSchema.safeParse(form.settings);
  for (const issue of settings.error?.issues ?? []) {
    const field = issue.path[0] as Setting;
    faults[field] ??= faultOf(field, issue);
  }
  const folder = folderSchema.safeParse(form.folder);
  if (folder.error) faults.folder = 'hidden';
  const addTags = tagsSchema.safeParse(form.addTags);
  if (addTags.error) faults.tags = 'hidden';
  const password = form.password === '' ? null : argumentSchema.safeParse(form.password);
  const [wrong] = password?.error?.issues ?? [];
  if (wrong !== undefined) faults.password = faultOf('password', wrong);
  if (!settings.success || !folder.success || Object.keys(faults).length > 0) return { faults };
  const moved = form.folder.trim() === '' ? {} : { folder: folder.data };
  const input: BulkInput = {
    ids: [...ids],
    set: { ...settings.data, ...moved },
    ...(form.inherit.length === 0 ? {} : { inherit: [...form.inherit] }),
    ...(addTags.data ? { addTags: addTags.data } : {}),
    ...(password?.data === undefined ? {} : { password: password.data }),
  };
  const asks = Object.keys(input.set).length + Object.keys(input).length > 2;
  return { input: asks ? input : null };
}

/** What makes of profiles what they were before an edit of many. A password does not come back: nobody here knows it. */
export function undoOf(
  before: readonly ProfileEntry[],
  after: readonly ProfileEntry[],
): CallInput<'profiles.saveMany'> {
  const byId = new Map(before.map((profile) => [profile.id, profile]));
  const edits = after.flatMap((base) => {
    const draft = byId.get(base.id);
    if (draft === undefined) return [];
    const own = settingNames.filter((name) => draft.sources[name] === 'own');
    return [{ id: base.id, base, draft, own }];
  });
  return { edits };
}
