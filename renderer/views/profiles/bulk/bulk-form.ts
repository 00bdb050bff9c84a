import type { CallInput, ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { folderSchema, tagsSchema } from '../../../../shared/model/name-schemas.ts';
import { samePlace } from '../../../../shared/model/place.ts';
import { argumentSchema } from '../../../../shared/model/profile.ts';
import { settingNames } from '../../../../shared/model/profile-words.ts';
import { ownSettingsSchema, type Setting } from '../../../../shared/model/stored-profile.ts';
import type { FormField } from '../editor/form-fields.ts';
import { type FieldFault, faultOf } from '../editor/profile-form.ts';
import type { TypedSettings } from '../folders/folder-form.ts';

/** An edit of many as it is typed. What is empty, or not named in `settings`, stays as it is for each. */
export interface BulkForm {
  readonly folder: string;
  readonly addTags: string;
  readonly removeTags: string;
  readonly password: string;
  /** Each is to have the password of its folder, instead of one of its own. */
  readonly inheritPassword: boolean;
  /** What they are given; `inherit` where their folders are to say it. */
  readonly settings: TypedSettings;
  readonly inherit: readonly Setting[];
}

export const emptyBulk: BulkForm = {
  folder: '',
  addTags: '',
  removeTags: '',
  password: '',
  inheritPassword: false,
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
  const removeTags = tagsSchema.safeParse(form.removeTags);
  if (addTags.error || removeTags.error) faults.tags = 'hidden';
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
    ...(removeTags.data ? { removeTags: removeTags.data } : {}),
    ...(password?.data === undefined ? {} : { password: password.data }),
    ...(form.inheritPassword && form.password === '' ? { password: null } : {}),
  };
  const asks = Object.keys(input.set).length + Object.keys(input).length > 2;
  return { input: asks ? input : null };
}

/** Of the profiles that an edit is for: how many have another value than it sets, and the values that they have, most first. */
export interface Differing {
  readonly count: number;
  readonly values: readonly { readonly value: string | number | boolean; readonly count: number }[];
}

export function differingFrom(
  profiles: readonly ProfileEntry[],
  setting: Setting,
  value: string | number | boolean,
): Differing {
  const counts = new Map<string | number | boolean, number>();
  for (const { [setting]: has } of profiles) {
    if (String(has) !== String(value)) counts.set(has, (counts.get(has) ?? 0) + 1);
  }
  const values = [...counts].map(([has, count]) => ({ value: has, count }));
  return {
    count: values.reduce((sum, { count }) => sum + count, 0),
    values: values.toSorted((one, other) => other.count - one.count),
  };
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
    // Where it lay and led it had that of its folder, or not.
    const had = draft.savedPassword === 'here' && draft.passwordFrom !== undefined;
    const inherits = had && !samePlace(draft, base) ? { password: null } : {};
    return [{ id: base.id, base, draft, own, newHeir: had, ...inherits }];
  });
  return { edits };
}
