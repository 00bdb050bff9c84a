import { useDeferredValue, useMemo, useState } from 'react';
import { type PlanStep, type StepState, wantedOf } from '../../../shared/model/plan.ts';
import { searchKey } from '../../../shared/model/search.ts';

/** A state, or that the target is locked. */
export type StepFilter = StepState | 'locked';

export interface ShownSteps {
  readonly shown: readonly PlanStep[];
  readonly search: string;
  setSearch(text: string): void;
  readonly only: StepFilter | null;
  setOnly(only: StepFilter | null): void;
  readonly showAll: () => void;
}

/** The steps of a plan that are looked for, by name, by what is in force or wanted, and by state. A state that no step has any more hides none. */
export function useShownSteps(steps: readonly PlanStep[], locked: ReadonlySet<string>): ShownSteps {
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<StepFilter | null>(null);
  const key = searchKey(useDeferredValue(search).trim());
  const shown = useMemo(() => {
    const found = key === '' ? steps : steps.filter((step) => textOf(step).includes(key));
    if (only === null) return found;
    const is = ({ state, profileId }: PlanStep): boolean =>
      only === 'locked' ? locked.has(profileId) : state === only;
    return steps.some(is) ? found.filter(is) : found;
  }, [steps, locked, key, only]);
  const showAll = (): void => {
    setSearch('');
    setOnly(null);
  };
  return { shown, search, setSearch, only, setOnly, showAll };
}

function textOf({ profileName, seen, planned }: PlanStep): string {
  return searchKey([profileName, seen?.value ?? '', wantedOf(planned) ?? ''].join('\n'));
}
