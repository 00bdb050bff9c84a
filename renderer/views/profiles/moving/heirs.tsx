import { Suspense } from 'react';
import { useStore } from '../../../api/store.ts';
import { lazyPart } from '../../../components/lazy-view.tsx';
import { heirsQuestion } from './heirs-asked.ts';

const HeirsQuestion = lazyPart(() => import('./heirs-question.tsx'));

/** The question who newly gets a password, over whatever page something is moved on. */
export function Heirs() {
  const question = useStore(heirsQuestion);
  if (question === null) return null;
  return (
    <Suspense>
      <HeirsQuestion {...question} />
    </Suspense>
  );
}
