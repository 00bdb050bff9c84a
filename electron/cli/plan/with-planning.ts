import { isConsoleGone } from '../../base/console-gone.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { attachConsole } from '../target/attach-console.ts';
import { withProfiles } from '../target/saved-profiles.ts';
import { tellCanary } from './apply-canary.ts';
import { tellApplied, tellReading } from './apply-here.ts';
import { consoleDesk } from './console-desk.ts';
import { keepsAll, type WantedOf } from './keeps-all.ts';
import type { PlanDesk } from './plan-desk.ts';
import { type PlanningHere, withOwnPlans } from './with-plans.ts';

/**
 * Runs a task with the plans of the data directory: in the console that runs on it where that keeps sessions with all that is wanted, so that
 * no second ones are opened, else as `withPlans` does. Where the console is gone in the middle, what was done is told from what is kept. `most`: so many
 * proxies the console is told of by their names.
 */
export function withPlanning(
  context: CommandContext,
  options: GlobalOptions,
  wantedOf: WantedOf,
  task: (here: PlanningHere) => Promise<void>,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  return withProfiles(context, options, async (profiles) => {
    const beside = options.alone ? null : await attachConsole(context, options);
    try {
      if (
        beside === null ||
        !(await keepsAll(context, options, beside, { profiles, wantedOf, most }))
      )
        return await withOwnPlans(context, options, profiles, task);
      const under: UnderWay = { id: null, how: 'read' };
      try {
        const desk = noting(consoleDesk(beside, context.interrupted), under);
        return await task({ desk, profiles });
      } catch (error) {
        const { id, how } = under;
        if (id === null || !isConsoleGone(error)) throw error;
        context.output.complain(error.toValue());
        // Nobody is logged in for what is only looked at: no password is waited for.
        const { passwordStdin: _, ...unasked } = options;
        return await withOwnPlans(context, unasked, profiles, async ({ desk }) => {
          await desk.settled(id);
          await tellCut(context, desk, id, how);
        });
      }
    } finally {
      beside?.close();
    }
  });
}

/** What the console was told to do, as far as it was. */
interface UnderWay {
  id: string | null;
  how: 'read' | 'applied' | 'canary';
}

async function tellCut(
  context: CommandContext,
  desk: PlanDesk,
  id: string,
  how: UnderWay['how'],
): Promise<void> {
  if (how === 'canary')
    return desk.withCanary(id, (canary) => tellCanary(context, desk, canary, id));
  const plan = await desk.get(id);
  await (how === 'applied' ? tellApplied : tellReading)(context, plan);
}

/** Keeps which plan the console is at, from when it was told to begin. */
function noting(desk: PlanDesk, under: UnderWay): PlanDesk {
  const at = (id: string, how: UnderWay['how']): string => {
    Object.assign(under, { id, how });
    return id;
  };
  return {
    ...desk,
    async create(plan) {
      const made = await desk.create(plan);
      at(made.id, 'read');
      return made;
    },
    async undo(id, name) {
      const made = await desk.undo(id, name);
      at(made.id, 'read');
      return made;
    },
    read: (id) => desk.read(at(id, 'read')),
    apply: (id, how) => desk.apply(at(id, 'applied'), how),
    withCanary: (id, task) =>
      desk.withCanary(id, (canary) =>
        task({
          ...canary,
          start: (of, options, how) => canary.start(at(of, 'canary'), options, how),
          decide: (of, decision) => canary.decide(at(of, 'canary'), decision),
        }),
      ),
  };
}
