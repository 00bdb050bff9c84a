import type { Alert } from '../../../shared/model/alert.ts';

/** Of those that ended in one way how long they held, milliseconds; from a second on. */
export interface End {
  readonly why: NonNullable<Alert['over']>['why'];
  readonly shortest: number;
  readonly longest: number;
}

/** How alerts that fired together ended, each way once. */
export function endsOf(batch: readonly Pick<Alert, 'firedAt' | 'over'>[]): readonly End[] {
  const ends = new Map<End['why'], End>();
  for (const { firedAt, over } of batch) {
    if (over === null) continue;
    const lasted = Math.max(1000, over.at - firedAt);
    const { shortest, longest } = ends.get(over.why) ?? { shortest: lasted, longest: lasted };
    ends.set(over.why, {
      why: over.why,
      shortest: Math.min(shortest, lasted),
      longest: Math.max(longest, lasted),
    });
  }
  return [...ends.values()];
}
