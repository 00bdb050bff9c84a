import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { DriftRow } from '../../../shared/model/drift.ts';
import type { Planned } from '../../../shared/model/plan.ts';
import { nameOfBringingBack } from '../../../shared/model/plan-name.ts';

type NewPlan = CallInput<'plans.create'>;

/** Whether a plan can make it as intended: it deviates, or is a buffer size that nobody can read, which is then set. */
export function canBringBack({ state, setting, intended }: DriftRow): boolean {
  return (
    intended.kind === 'said' &&
    (state === 'deviates' || (state === 'unknown' && setting === 'bufferSize'))
  );
}

/** The plans that bring these back as intended: one for each setting and value. What cannot be brought back is left out. */
export function plansBack(rows: readonly DriftRow[]): readonly NewPlan[] {
  const groups = Map.groupBy(rows.filter(canBringBack), ({ setting, intended }) =>
    JSON.stringify([setting, intended.kind === 'said' ? intended.value : null]),
  );
  return [...groups.values()].flatMap((group): NewPlan[] => {
    const [first] = group;
    if (first === undefined || first.intended.kind !== 'said') return [];
    const { setting } = first;
    const { value } = first.intended;
    const planned: Planned =
      setting === 'transformation' ? { setting, next: value } : { setting, bytes: Number(value) };
    return [
      {
        name: nameOfBringingBack(planned),
        planned,
        ids: group.map(({ profileId }) => profileId),
        scope: { kind: 'selection' },
      },
    ];
  });
}
