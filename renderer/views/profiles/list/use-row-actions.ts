import { useMemo, useRef } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useApi } from '../../../api/context.ts';
import { useAction } from '../../../components/use-action.tsx';
import { useFavourite } from '../favourites/use-favourite.ts';
import type { RowActions } from './list-row.tsx';

/** What the buttons of all rows do; a failure is told in a notification. The same in each render, so that no row is drawn again for it. */
export function useRowActions(onRemove: (profile: ProfileEntry) => void): RowActions {
  const { client } = useApi();
  const { run } = useAction();
  const { toggle } = useFavourite();
  const latest = useRef(onRemove);
  latest.current = onRemove;
  return useMemo(
    () => ({
      onRemove: (profile) => latest.current(profile),
      onFavourite: toggle,
      onConnect: (id, connect) =>
        run(() => client.call(connect ? 'fleet.connect' : 'fleet.disconnect', { id })),
    }),
    [client, run, toggle],
  );
}
