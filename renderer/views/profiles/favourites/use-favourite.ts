import { useCallback } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { useAction } from '../../../components/use-action.tsx';

/** What makes a profile a favourite, or one no longer. A refusal is told in a notification. */
export function useFavourite(): {
  readonly busy: boolean;
  toggle(profile: Pick<ProfileEntry, 'id' | 'favourite'>): void;
} {
  const { client } = useApi();
  const { busy, run } = useAction();
  const toggle = useCallback(
    ({ id, favourite }: Pick<ProfileEntry, 'id' | 'favourite'>) =>
      run(() => client.call('profiles.edit', { ids: [id], set: { favourite: !favourite } })),
    [client, run],
  );
  return { busy, toggle };
}
