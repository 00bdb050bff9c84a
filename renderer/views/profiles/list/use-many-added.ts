import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { focusHeading } from '../../../api/page.ts';
import { useUndoable } from '../../../components/undoable.tsx';

/** Tells of profiles that were added together, and offers to take that back. */
export function useManyAdded(): (added: readonly ProfileEntry[]) => void {
  const { t } = useTranslation();
  const { client } = useApi();
  const tell = useUndoable();
  return (added) => {
    const ids = added.map(({ id }) => id);
    tell(t('profiles:added.title', { count: ids.length }), t('profiles:added.text'), async () => {
      await client.call('profiles.removeMany', { ids });
      focusHeading();
    });
  };
}
