import { isOver, type PlanStep } from '../../../shared/model/plan.ts';
import type { WantedOf } from './keeps-all.ts';
import { planNamed } from './with-plans.ts';

/** The targets of the plan of this name that are not over: what is done with it reaches no others. */
export function openStepsOf(given: string): WantedOf {
  return stepsOf(given, (step) => !isOver(step));
}

/** Those that it changed: what takes it back reaches no others. */
export function doneStepsOf(given: string): WantedOf {
  return stepsOf(given, ({ state }) => state === 'done');
}

function stepsOf(given: string, wanted: (step: PlanStep) => boolean): WantedOf {
  return async ({ list, get }) => {
    const { steps } = await get(planNamed(await list(), given).id);
    return steps.filter(wanted).map(({ profileId }) => profileId);
  };
}
