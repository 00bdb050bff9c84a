import { AppError } from '../../../shared/errors.ts';
import type { Plan, PlanSummary } from '../../../shared/model/plan.ts';
import type { ProxyStateKind } from '../../../shared/model/state-kinds.ts';
import { isConsoleGone } from '../../base/console-gone.ts';
import { pause } from '../../base/pause.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { attachConsole, type ConsoleBeside, isUnknownThere } from '../target/attach-console.ts';
import { withProfiles } from '../target/saved-profiles.ts';
import type { KnownProfiles } from '../target/with-managed.ts';
import { tellCanary } from './apply-canary.ts';
import { tellApplied, tellReading } from './apply-here.ts';
import { consoleDesk } from './console-desk.ts';
import type { PlanDesk } from './plan-desk.ts';
import { type PlanningHere, withOwnPlans } from './with-plans.ts';

/** What is there to be looked at before it is known who works on it. */
export interface PlanReads {
  list(): Promise<readonly PlanSummary[]>;
  get(id: string): Promise<Plan>;
}

/** The profiles, by their ids, that a command is to reach. */
export type WantedOf = (
  reads: PlanReads,
  profiles: KnownProfiles,
) => Promise<readonly string[]> | readonly string[];

/** A session that is being opened is waited for so long, and looked at so often, milliseconds. */
const usualTimeoutMs = 10_000;
const lookMs = 200;

/** The console has a session, or tries to. */
const isItsOwn: ReadonlySet<ProxyStateKind> = new Set(['ready', 'waiting']);
const isBeginning: ReadonlySet<ProxyStateKind> = new Set(['connecting', 'authenticating']);

/**
 * Runs a task with the plans of the data directory: in the console that runs on it where that keeps sessions with all that is wanted, so that
 * no second ones are opened, else as `withPlans` does. Where the console is gone in the middle, what was done is told from what is kept.
 */
export function withPlanning(
  context: CommandContext,
  options: GlobalOptions,
  wantedOf: WantedOf,
  task: (here: PlanningHere) => Promise<void>,
): Promise<void> {
  return withProfiles(context, options, async (profiles) => {
    const beside = options.alone ? null : await attachConsole(context, options);
    try {
      if (beside === null || !(await keepsAll(context, options, beside, profiles, wantedOf)))
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

/** False also where the console knows no such plan, or is gone before it was told anything. */
async function keepsAll(
  { interrupted }: CommandContext,
  { timeout = usualTimeoutMs }: GlobalOptions,
  { call }: ConsoleBeside,
  profiles: KnownProfiles,
  wantedOf: WantedOf,
): Promise<boolean> {
  const reads: PlanReads = {
    list: () => call('plans.list', {}),
    get: (id) => call('plans.get', { id }),
  };
  const until = performance.now() + timeout;
  try {
    const ids = [...new Set(await wantedOf(reads, profiles))];
    for (;;) {
      const states = await call('fleet.states', { ids });
      if (states.length < ids.length) return false;
      if (states.every(({ kind }) => isItsOwn.has(kind))) return true;
      if (!states.every(({ kind }) => isItsOwn.has(kind) || isBeginning.has(kind))) return false;
      if (performance.now() > until || interrupted.aborted) return true;
      await pause(lookMs, interrupted);
    }
  } catch (error) {
    const isUnknown = error instanceof AppError && error.code === 'not-found';
    if (isUnknown || isUnknownThere(error) || isConsoleGone(error)) return false;
    throw error;
  }
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
