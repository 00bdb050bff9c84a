import type { PlanSummary } from './plan.ts';
import type { PlanDeedKind } from './plan-deed.ts';

/** What a plan waits for: a decision about its canary, one about conflicts, or to be gone on with, since it was ended in the middle. */
export const planWaits = ['canary', 'conflict', 'ended'] as const;
export type PlanWaits = (typeof planWaits)[number];

/** What was done last with a plan that was ended before all was begun: by somebody, with the console, or with its process. */
const midway: readonly PlanDeedKind[] = ['applied', 'stopped', 'closed'];

/** What a plan waits for its user to do; null where it waits for nobody, or works. */
export function waitsFor(
  plan: Pick<PlanSummary, 'asks' | 'busy' | 'elsewhere' | 'counts' | 'deeds'>,
): PlanWaits | null {
  if (plan.asks) return 'canary';
  if (plan.busy !== 'no' || plan.elsewhere !== 'no') return null;
  if ((plan.counts.conflict ?? 0) > 0) return 'conflict';
  const last = plan.deeds.at(-1);
  const isMidway = last !== undefined && midway.includes(last.kind);
  return isMidway && (plan.counts.waiting ?? 0) > 0 ? 'ended' : null;
}
