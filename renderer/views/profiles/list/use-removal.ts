import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { focusHeading } from '../../../api/page.ts';
import { notifyDone } from '../../../components/toast.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';

export interface Removal {
  readonly busy: boolean;
  /** Removes a profile at once, and offers to take that back. */
  run(profile: ProfileEntry): void;
}

export function useRemoval(): Removal {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const remove = ({ id, name }: ProfileEntry): void =>
    run(async () => {
      await client.call('profiles.remove', { id });
      tell(t('profiles:removed.title', { name }), t('profiles:removed.text'), async () => {
        await client.call('profiles.restore', { id });
        focusHeading();
        notifyDone(t('profiles:restored.title', { name }), t('profiles:restored.text'));
        return 'told';
      });
    });
  return {
    busy,
    run: remove,
  };
}
