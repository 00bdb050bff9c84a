import { Suspense } from 'react';
import { useApi } from '../../../api/context.ts';
import { useStore } from '../../../api/store.ts';
import { lazyPart } from '../../../components/lazy-view.tsx';

const DeedDialog = lazyPart(() => import('./deed-dialog.tsx'));

/** Asks for what guarded profiles want before a deed on them is done, whichever view it was asked for in. */
export function DeedQuestion() {
  const asked = useStore(useApi().deed);
  if (asked === null) return null;
  return (
    <Suspense>
      <DeedDialog asked={asked} />
    </Suspense>
  );
}
