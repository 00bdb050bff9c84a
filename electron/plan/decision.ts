import { type Decision, foundOf, type PlanStep } from '../../shared/model/plan.ts';

/**
 * A step in conflict after a decision; null where there is nothing to decide. One whose conflict was left may be taken after all where it is
 * `named`, and not with all others. `at`: epoch milliseconds.
 */
export function decided(
  step: PlanStep,
  decision: Decision,
  named: boolean,
  at: number,
): PlanStep | null {
  const found = foundOf(step);
  if (found === undefined) return null;
  if (step.state !== 'conflict' && !(step.state === 'left' && named)) return null;
  if (decision === 'leave') return step.state === 'left' ? null : { ...step, state: 'left' };
  return { ...step, state: 'waiting', seen: { value: found, at }, error: null };
}
