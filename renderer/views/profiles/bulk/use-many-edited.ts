import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { useUndoable } from '../../../components/undoable.tsx';
import { undoOf } from './bulk-form.ts';

/** Tells of profiles that were edited together, and offers to take that back; where passwords were changed, also that these do not come back. */
export function useManyEdited(): (
  before: readonly ProfileEntry[],
  after: readonly ProfileEntry[],
  passwords: boolean,
) => void {
  const { t } = useTranslation();
  const { client } = useApi();
  const tell = useUndoable();
  return (before, after, passwords) =>
    tell(
      t('profiles:bulk.saved', { count: after.length }),
      t(passwords ? 'profiles:bulk.savedPasswords' : 'profiles:bulk.savedText'),
      () => client.call('profiles.saveMany', undoOf(before, after)),
    );
}
