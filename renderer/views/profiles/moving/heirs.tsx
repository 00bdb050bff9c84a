import { lazy, Suspense } from 'react';
import { useStore } from '../../../api/store.ts';
import { heirsQuestion } from './heirs-asked.ts';

const HeirsQuestion = lazy(() => import('./heirs-question.tsx'));

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
