import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from './ledger.ts';
import { beyond, type Held, held, mostOf } from './meter.ts';
import type { World } from './world/world.ts';

/** What the console holds while every proxy is reached, and nothing else goes on. */
export interface Rest {
  readonly held: Held;
  /** By the servers' count. */
  readonly associations: number;
}

/** Timers and handles of polls come and go: so many looks, and so far from one another, see the most of them. */
const looks = 60;
const lookMs = 100;

const total = (counts: Iterable<number>): number => [...counts].reduce((sum, one) => sum + one, 0);

/** Associations of all proxies, by the servers' count. */
export async function associationsOf(world: World): Promise<number> {
  const { associations } = await world.order({ kind: 'count' });
  return total(associations);
}

/** Waits until all are reached by one association each, and answers the most that is held then. Rejects when `signal` is aborted. */
export async function restAtStart(
  world: World,
  ledger: Ledger,
  signal: AbortSignal,
): Promise<Rest> {
  let associations = 0;
  while (!ledger.allReady || associations !== world.proxies.length) {
    await sleep(lookMs, undefined, { signal });
    associations = await associationsOf(world);
  }
  let most = held();
  for (let look = 0; look < looks; look++) {
    await sleep(lookMs, undefined, { signal });
    most = mostOf(most, held());
  }
  return { held: most, associations };
}

/** What is there beyond what was there at the start. */
export interface LeftOver {
  readonly held: Held;
  readonly associations: number;
}

/** Waits until no more is held, and no more associations are open, than at the start; or until `signal` is aborted, and answers what was left then. */
export async function leftOver(
  world: World,
  ledger: Ledger,
  start: Rest,
  signal: AbortSignal,
): Promise<LeftOver> {
  for (;;) {
    const associations = (await associationsOf(world)) - start.associations;
    const more = beyond(held(), start.held);
    const isAsBefore = ledger.allReady && associations === 0 && more.size === 0;
    if (isAsBefore || signal.aborted) return { held: more, associations };
    await sleep(lookMs, undefined, { signal }).catch(() => undefined);
  }
}
