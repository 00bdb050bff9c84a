import { useEffect, useState } from 'react';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import {
  type FolderConflict,
  type FolderField,
  folderValue,
  mergeFolders,
  withValue,
} from '../../../../shared/model/folder-merge.ts';
import { type FolderForm, formOfFolder } from './folder-form.ts';

/** What happened to a folder elsewhere while its form is open. */
export interface FolderElsewhere {
  /** The folder that the form is an edit of, as it is by now; undefined for a new one, and for one that is gone. */
  readonly base: FolderEntry | undefined;
  readonly removed: boolean;
  /** Fields that were changed there and not here: the form has them as they are there. */
  readonly takenOver: readonly FolderField[];
  /** Fields that were changed there and here. The form has the value of here until it is decided. */
  readonly conflicts: readonly FolderConflict[];
  readonly keep: (field: FolderField) => void;
  readonly take: (field: FolderField) => void;
  /** A save was answered with these: its window was told later than the core. */
  readonly refused: (conflicts: readonly FolderConflict[]) => void;
}

interface Followed {
  readonly base: FolderEntry | undefined;
  readonly seen: FolderEntry | undefined;
  readonly takenOver: readonly FolderField[];
  readonly conflicts: readonly FolderConflict[];
}

/** Follows the saved folder while its form is open: `folder` as it is now, undefined where it is gone. Not while `paused`, as during a save of its own. */
export function useFolderElsewhere(
  form: FolderForm,
  setForm: (form: FolderForm) => void,
  folder: FolderEntry | undefined,
  { paused, withPassword }: { readonly paused: boolean; readonly withPassword: boolean },
): FolderElsewhere {
  const [followed, setFollowed] = useState<Followed>({
    base: folder,
    seen: folder,
    takenOver: [],
    conflicts: [],
  });
  const { base, seen } = followed;
  useEffect(() => {
    if (paused || base === undefined || folder === undefined || folder === seen) return;
    const theirs = formOfFolder(folder);
    const { merged, conflicts, fromThem } = mergeFolders(formOfFolder(base), form, theirs, {
      withPassword,
    });
    if (fromThem.length > 0) setForm(merged);
    setFollowed((before) => ({
      base: folder,
      seen: folder,
      takenOver: [...new Set([...before.takenOver, ...fromThem])],
      conflicts: together(before.conflicts, conflicts, theirs),
    }));
  }, [form, setForm, base, seen, folder, paused, withPassword]);
  const keep = (field: FolderField): void =>
    setFollowed((before) => ({
      ...before,
      conflicts: before.conflicts.filter((conflict) => conflict.field !== field),
    }));
  const removed = base !== undefined && folder === undefined;
  return {
    ...followed,
    base: removed ? undefined : base,
    removed,
    keep,
    take(field) {
      if (base !== undefined) setForm(withValue(form, field, formOfFolder(base)));
      keep(field);
    },
    refused: (conflicts) =>
      setFollowed((before) => {
        if (before.base === undefined) return before;
        const settings = { ...before.base.settings };
        const next = conflicts.reduce(
          (entry, { field, theirs }) => withTheirs(entry, field, theirs),
          { ...before.base, settings },
        );
        return { ...before, base: next, conflicts };
      }),
  };
}

/** New conflicts in the place of older ones of their fields. */
function together(
  before: readonly FolderConflict[],
  now: readonly FolderConflict[],
  theirs: FolderForm,
): readonly FolderConflict[] {
  const fields = new Set(now.map(({ field }) => field));
  const open = before
    .filter(({ field }) => !fields.has(field))
    .map((conflict) => ({ ...conflict, theirs: folderValue(theirs, conflict.field) }));
  return [...open, ...now];
}

function withTheirs(
  entry: FolderEntry,
  field: FolderField,
  value: FolderConflict['theirs'],
): FolderEntry {
  if (field === 'name' || field === 'parentId' || field === 'colour') {
    return { ...entry, [field]: value };
  }
  const { [field]: _, ...others } = entry.settings;
  return { ...entry, settings: value === null ? others : { ...others, [field]: value } };
}
