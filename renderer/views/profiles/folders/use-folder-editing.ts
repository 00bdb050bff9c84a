import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { notifyDone } from '../../../components/toast.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { paths } from '../../../routes.ts';
import type { FieldFault } from '../editor/profile-form.ts';
import { faultOfError, fieldOf } from '../editor/save-error.ts';
import {
  type FolderFault,
  type FolderForm,
  formOfFolder,
  isSameForm,
  readFolder,
} from './folder-form.ts';
import { useFolderElsewhere } from './use-folder-elsewhere.ts';

type Faults = Readonly<Partial<Record<FolderFault, FieldFault>>>;

/** The form of a folder, new where there is none to begin with: what is typed, what was changed elsewhere since, and its save. */
export function useFolderEditing(folder: FolderEntry | undefined) {
  const { t } = useTranslation();
  const { client } = useApi();
  const tellUndoable = useUndoable();
  const [form, setForm] = useState(() => formOfFolder(folder));
  const [asked, setAsked] = useState(false);
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const [refused, setRefused] = useState<Faults>({});
  const elsewhere = useFolderElsewhere(form, setForm, folder, {
    paused: saving || saved,
    withPassword: form.password !== '',
  });
  const { base, conflicts } = elsewhere;
  const read = readFolder(form, base);
  const change = useCallback((part: Partial<FolderForm>): void => {
    setRefused({});
    setForm((before) => ({ ...before, ...part }));
  }, []);

  /** `stranded`: profiles whose password would be asked for again, and what is entered for them now. `newHeirs`: who newly gets the folder's. */
  const save = async (
    stranded: readonly string[],
    theirPassword: string,
    newHeirs: readonly string[],
  ): Promise<void> => {
    setAsked(true);
    if ('faults' in read || conflicts.length > 0 || saving) return;
    setSaving(true);
    setError(null);
    try {
      const { draft, password } = read;
      const given = newHeirs.length > 0 ? { newHeirs: [...newHeirs] } : {};
      const input = { id: base?.id, base, draft, password, ...given };
      const { name, undo } = await client.call('folders.save', input);
      setSaved(true);
      const title = t('profiles:folders.saved', { name });
      const text = t('profiles:folders.savedText');
      if (undo === undefined) notifyDone(title, text);
      else tellUndoable(title, text, () => client.call('folders.undo', { undo }));
      if (theirPassword !== '' && stranded.length > 0) {
        const ids = [...stranded];
        await client.call('profiles.edit', { ids, set: {}, password: theirPassword });
      }
    } catch (thrown) {
      fail(errorOf(thrown));
    } finally {
      setSaving(false);
    }
  };
  const fail = (failure: ErrorValue): void => {
    const field = fieldOf(failure);
    if (failure.code === 'folder-edited-elsewhere') elsewhere.refused(failure.detail.conflicts);
    else if (field === 'name' || field === 'user' || field === 'password') {
      setRefused({ [field]: faultOfError(failure) });
    } else setError(failure);
  };
  return {
    form,
    change,
    read,
    faults: asked && 'faults' in read ? read.faults : refused,
    elsewhere,
    save,
    saving,
    error,
    next: saved && error === null ? paths.folders : null,
    dirty: !saved && (elsewhere.removed || !isSameForm(form, formOfFolder(base))),
  };
}
