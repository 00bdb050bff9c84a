import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { DriftRow } from '../../../shared/model/drift.ts';

type NewPlan = CallInput<'plans.create'>;

/** The plans that bring these back as intended: one for each setting and value. Only what deviates is brought back. */
export function plansBack(
  rows: readonly DriftRow[],
  nameOf: (setting: DriftRow['setting'], value: string | null) => string,
): readonly NewPlan[] {
  const groups = Map.groupBy(
    rows.filter(({ state }) => state === 'deviates'),
    ({ setting, intended }) =>
      JSON.stringify([setting, intended.kind === 'said' ? intended.value : null]),
  );
  return [...groups.values()].flatMap((group): NewPlan[] => {
    const [first] = group;
    if (first === undefined || first.intended.kind !== 'said') return [];
    const { setting } = first;
    const { value } = first.intended;
    return [
      {
        name: nameOf(setting, value),
        planned:
          setting === 'transformation'
            ? { setting, next: value }
            : { setting, bytes: Number(value) },
        ids: group.map(({ profileId }) => profileId),
        scope: { kind: 'selection' },
      },
    ];
  });
}
