import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { focusHeading } from '../../../api/page.ts';
import { notifyDone } from '../../../components/toast.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';

export interface Removal {
  readonly busy: boolean;
  /** The production profile that is asked about before it is removed. */
  readonly asking: ProfileEntry | null;
  /** Removes a profile at once, and offers to take that back; asks first where it is one of production. */
  run(profile: ProfileEntry): void;
  /** What was asked about is removed: the core checks what was typed. */
  confirm(confirmName: string): void;
  dismiss(): void;
}

export function useRemoval(): Removal {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const [asking, setAsking] = useState<ProfileEntry | null>(null);
  const remove = ({ id, name }: ProfileEntry, confirmName?: string): void =>
    run(async () => {
      await client.call('profiles.remove', { id, confirmName });
      tell(t('profiles:removed.title', { name }), t('profiles:removed.text'), async () => {
        await client.call('profiles.restore', { id });
        focusHeading();
        notifyDone(t('profiles:restored.title', { name }), t('profiles:restored.text'));
        return 'told';
      });
    });
  return {
    busy,
    asking,
    run(profile) {
      if (profile.environment === 'production') setAsking(profile);
      else remove(profile);
    },
    confirm(confirmName) {
      if (asking !== null) remove(asking, confirmName);
      setAsking(null);
    },
    dismiss: () => setAsking(null),
  };
}
