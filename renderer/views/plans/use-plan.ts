import { useEffect } from 'react';
import type { Plan, PlanStep, PlanSummary } from '../../../shared/model/plan.ts';
import { useApi } from '../../api/context.ts';
import type { Fetched } from '../../api/fetched.ts';
import { queryKeyOf } from '../../api/queries.ts';
import { useCall } from '../../api/use-call.ts';

/** A plan with its steps, as they become different. */
export function usePlan(id: string): Fetched<Plan> {
  const { client, queries } = useApi();
  useEffect(
    () =>
      client.subscribe(
        'plans.steps',
        { id },
        (change) => {
          queries.setQueryData<Plan>(
            queryKeyOf('plans.get', { id }),
            (plan) => plan && withSteps(plan, change.summary, change.steps),
          );
        },
        () => undefined,
      ),
    [client, queries, id],
  );
  // Fetched each time that it is shown: while it was not, nobody was told of its steps.
  return useCall('plans.get', { id });
}

/** The plan with these steps in the place of what they were. */
export function withSteps(plan: Plan, summary: PlanSummary, steps: readonly PlanStep[]): Plan {
  const changed = new Map(steps.map((step) => [step.profileId, step]));
  return {
    ...plan,
    ...summary,
    steps: plan.steps.map((step) => changed.get(step.profileId) ?? step),
  };
}
