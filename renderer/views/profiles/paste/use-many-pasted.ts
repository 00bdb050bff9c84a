import { useTranslation } from 'react-i18next';
import type { CallInput, ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { useUndoable } from '../../../components/undoable.tsx';
import { undoOf } from '../bulk/bulk-form.ts';
import { useManyAdded } from '../list/use-many-added.ts';
import type { PastedRow } from './pasted-rows.ts';

type Edit = NonNullable<PastedRow['edit']>;

/** Tells of profiles that a list added or updated, and offers to take that back. Passwords that were replaced do not come back. */
export function useManyPasted(): (edits: readonly Edit[], after: readonly ProfileEntry[]) => void {
  const { t } = useTranslation();
  const { client } = useApi();
  const tell = useUndoable();
  const tellAdded = useManyAdded();
  return (edits, after) => {
    const before = edits.flatMap(({ base }) => (base === undefined ? [] : [base]));
    if (before.length === 0) return tellAdded(after);
    const updated = new Set(before.map(({ id }) => id));
    const added = after.filter(({ id }) => !updated.has(id)).map(({ id }) => id);
    const passwords = edits.some(
      ({ base, password }) => base !== undefined && password !== undefined,
    );
    const undo: CallInput<'profiles.saveMany'> = undoOf(before, after);
    tell(
      t('profiles:paste.saved', { added: added.length, updated: before.length }),
      t(passwords ? 'profiles:bulk.savedPasswords' : 'profiles:bulk.savedText'),
      async () => {
        await client.call('profiles.saveMany', undo);
        if (added.length > 0) await client.call('profiles.removeMany', { ids: added });
      },
    );
  };
}
