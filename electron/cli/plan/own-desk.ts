import { pause } from '../../base/pause.ts';
import type { Plans } from '../../plan/plans.ts';
import type { CanaryHere } from './canary-here.ts';
import type { PlanDesk } from './plan-desk.ts';

/** Between two looks for what another process still does with the plan, milliseconds. */
const lookMs = 200;

/** Plans that this process works on, with sessions of its own. */
export function ownDesk(
  plans: Plans,
  watchCanary: <T>(id: string, task: (here: CanaryHere) => Promise<T>) => Promise<T>,
  interrupted: AbortSignal,
): PlanDesk {
  return {
    list: async () => plans.list(),
    get: async (id) => plans.get(id),
    create: async (plan) => plans.create(plan),
    read: async (id) => plans.read(id),
    apply: async (id, how) => plans.apply(id, how),
    decide: async (id, decision) => plans.decide(id, decision, null),
    undo: async (id, name) => plans.undo(id, name),
    stop: (id) => plans.stop(id, 'here'),
    async settled(id) {
      await plans.settled(id);
      // Another process may have taken some of the steps.
      for (
        plans.look();
        !interrupted.aborted && plans.get(id).elsewhere === 'applying';
        plans.look()
      )
        await pause(lookMs, interrupted);
    },
    onSteps: (id, listener) =>
      plans.steps.listen(({ summary, steps }) => {
        if (summary.id === id) listener(summary, steps);
      }),
    withCanary: (id, task) =>
      watchCanary(id, ({ canaries, watch }) =>
        task({
          start: async (...of) => canaries.start(...of),
          get: async (of) => canaries.get(of),
          decide: async (of, decision) => canaries.decide(of, decision),
          watch,
          lost: () => new Promise<never>(() => undefined),
          listen: (of, listener) =>
            canaries.changes.listen(({ plan, canary }) => {
              if (plan === of) listener(canary);
            }),
        }),
      ),
  };
}
