import type { Canary, CanaryReport } from '../../../shared/model/canary.ts';
import type { NewEvent } from '../../../shared/model/event.ts';
import type { PlanStep } from '../../../shared/model/plan.ts';

interface Subject {
  readonly id: string;
  readonly name: string;
}

/** The canaries of a plan are changed, one event for each. `at` in epoch milliseconds. */
export function startedEvents(plan: Subject, { canaries }: Canary, at: number): NewEvent[] {
  return canaries.map(
    ({ id, name }): NewEvent => ({
      at,
      profileId: id,
      profileName: name,
      kind: 'canary-started',
      detail: { plan: plan.name, planId: plan.id },
    }),
  );
}

/** What was found of each. */
export function canaryEvents(
  plan: Subject,
  reports: readonly CanaryReport[],
  at: number,
): NewEvent[] {
  return reports.map(({ id, name, verdict, session, comparisons }): NewEvent => {
    const place = { at, profileId: id, profileName: name };
    const of = { plan: plan.name, planId: plan.id };
    if (verdict === 'fine') return { ...place, kind: 'canary-fine', detail: of };
    const because = [
      ...(session.finding === verdict ? (['session'] as const) : []),
      ...comparisons.filter(({ finding }) => finding === verdict).map(({ measure }) => measure),
    ];
    const kind = verdict === 'worse' ? 'canary-worse' : 'canary-unclear';
    return { ...place, kind, detail: { ...of, because } };
  });
}

/** They were taken back. */
export function revertedEvents(plan: Subject, steps: readonly PlanStep[], at: number): NewEvent[] {
  return steps.map(
    ({ profileId, profileName, auditId }): NewEvent => ({
      at,
      profileId,
      profileName,
      kind: 'canary-reverted',
      detail: { plan: plan.name, planId: plan.id, auditId },
    }),
  );
}
