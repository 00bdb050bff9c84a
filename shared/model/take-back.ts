import type { Canary, CanaryDecision } from './canary.ts';
import type { PlanStep } from './plan.ts';

/** The waiting targets whose value before is not known, so that a change of theirs cannot be taken back: only a buffer size may be. */
export function notRevertibleSteps(steps: readonly PlanStep[]): readonly PlanStep[] {
  return steps.filter(
    ({ state, planned, seen }) =>
      state === 'waiting' && planned.setting === 'bufferSize' && (seen?.value ?? null) === null,
  );
}

/** None of the canaries can be taken back. */
export function staysAsItIs({
  canaries,
  notRevertible,
}: Pick<Canary, 'canaries' | 'notRevertible'>): boolean {
  return notRevertible >= canaries.length;
}

/** What a decision comes to: changed canaries that cannot be taken back are left as they are. */
export function decisionMeant(canary: Canary, decision: CanaryDecision): CanaryDecision {
  const { phase } = canary;
  const isChanged = phase === 'changing' || phase === 'holding' || phase === 'asking';
  return decision.kind === 'revert' && isChanged && staysAsItIs(canary)
    ? { kind: 'leave' }
    : decision;
}
