import { AppError } from '../../../shared/errors.ts';
import { mostTargets, type Plan, type PlanSummary } from '../../../shared/model/plan.ts';
import { isConsoleGone } from '../../base/console-gone.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';
import { type ConsoleBeside, isUnknownThere } from '../target/attach-console.ts';
import { type Keeping, keepingOf, patienceOf } from '../target/kept-there.ts';
import type { KnownProfiles } from '../target/with-managed.ts';

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

export interface KeepsAll {
  readonly profiles: KnownProfiles;
  readonly wantedOf: WantedOf;
  /** So many proxies are named to the console at once. */
  readonly most: number;
}

/**
 * Whether the console has sessions with all that is wanted, or tries to: those that it is opening are waited for. False also where the console knows
 * no such plan, takes not so many, or is gone before it was told anything.
 */
export async function keepsAll(
  context: Pick<CommandContext, 'interrupted'>,
  options: Pick<GlobalOptions, 'timeout'>,
  { call }: Pick<ConsoleBeside, 'call'>,
  { profiles, wantedOf, most }: KeepsAll,
): Promise<boolean> {
  const reads: PlanReads = {
    list: () => call('plans.list', {}),
    get: (id) => call('plans.get', { id }),
  };
  const patience = patienceOf(context, options);
  try {
    const ids = [...new Set(await wantedOf(reads, profiles))];
    if (ids.length > most) return false;
    for (;;) {
      const keepings = await keepingsOf(call, ids);
      if (keepings.length < ids.length || keepings.includes('not')) return false;
      if (!keepings.includes('opening') || !(await patience.again())) return true;
    }
  } catch (error) {
    const isUnknown = error instanceof AppError && error.code === 'not-found';
    if (isUnknown || isUnknownThere(error) || isConsoleGone(error)) return false;
    throw error;
  }
}

/** Of each that it watches. A plan may have more targets than the console is asked about at once. */
async function keepingsOf(
  call: ConsoleBeside['call'],
  ids: readonly string[],
): Promise<readonly Keeping[]> {
  const keepings: Keeping[] = [];
  for (let next = 0; next < ids.length; next += mostTargets) {
    const states = await call('fleet.states', { ids: ids.slice(next, next + mostTargets) });
    keepings.push(...states.map(({ kind }) => keepingOf(kind)));
  }
  return keepings;
}
