import type { Canary } from './canary.ts';
import type { PlanStep } from './plan.ts';

/**
 * The targets for which a canary ended before anything was changed: those that refused it, or could not be asked. Empty where it did not end so,
 * or a user ended it.
 */
export function unchangedCanaries(
  { outcome, decidedBy, canaries }: Canary,
  steps: readonly PlanStep[],
): readonly PlanStep[] {
  if (outcome !== 'ended' || decidedBy !== 'verdict') return [];
  const ids = new Set(canaries.map(({ id }) => id));
  return steps.filter(({ profileId, state }) => ids.has(profileId) && state !== 'right');
}
