import { Suspense } from 'react';
import { useStore } from '../../api/store.ts';
import { lazyPart } from '../../components/lazy-view.tsx';
import { unlockOpened } from '../../components/vault/unlocking.ts';

const UnlockDialog = lazyPart(() => import('./unlock-dialog.tsx'));

/** The dialog for the passphrase, over whatever page asked for it. */
export function Unlock() {
  if (!useStore(unlockOpened)) return null;
  return (
    <Suspense>
      <UnlockDialog onClose={() => unlockOpened.set(false)} />
    </Suspense>
  );
}
