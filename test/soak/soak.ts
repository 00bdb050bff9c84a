import { setTimeout as sleep } from 'node:timers/promises';
import { startConsole } from '../bench/support/console.ts';
import { openConsoleWindow } from '../electron/console-window.ts';
import { createDeeds, setUp } from './deeds.ts';
import type { Findings } from './figures.ts';
import { Meter } from './meter.ts';
import { type Script, startMisfortunes } from './misfortunes.ts';
import { type Leak, plant } from './planted.ts';
import { associationsOf, leftOver, restAtStart } from './rest.ts';
import { createTwins } from './twins.ts';
import { type FleetWatch, watchFleet } from './watch.ts';
import { startWorld } from './world/world.ts';

export interface SoakOptions {
  readonly proxies: number;
  readonly minutes: number;
  readonly everySeconds: number;
  /** For how long the end is waited for at which nothing is left over; a server takes two minutes to give up a peer that vanished. */
  readonly settleSeconds: number;
  readonly seed: number;
  readonly planted: Leak | null;
}

/** Takes a line of progress. */
type Say = (line: string) => void;

/**
 * A console on a data directory of its own, watched while misfortunes befall its proxies. When `signal` is aborted it ends in order, with what it
 * found until then. Throws where the misfortunes could not be made, which says nothing of the console.
 */
export async function soak(options: SoakOptions, say: Say, signal: AbortSignal): Promise<Findings> {
  const { proxies, seed, planted } = options;
  const world = await startWorld(proxies, seed);
  const faults: string[] = [];
  const core = await startConsole(world.proxies, (what, error) => {
    faults.push(`${what}: ${error}`);
    say(`fault: ${what}: ${error}`);
  });
  const watch = watchFleet(core);
  const { ledger } = watch;
  const window = openConsoleWindow(core.router);
  await setUp(window, world);
  window.close();
  say(`${proxies} proxies; seed ${seed}`);
  const start = await restAtStart(world, ledger, signal);
  say('all are reached');
  ledger.start();

  const meter = new Meter(core.directory);
  const twins = createTwins();
  const failed = new AbortController();
  const script = startMisfortunes({ world, ledger, deeds: createDeeds(core), seed }, (error) =>
    failed.abort(error),
  );
  const leak = plant(planted, world);
  const ends = AbortSignal.any([signal, failed.signal]);
  let longestWaitOfProxies = 0;
  const endsAt = performance.now() + options.minutes * 60_000;
  do {
    await sleep(options.everySeconds * 1000, undefined, { signal: ends }).catch(() => undefined);
    leak.atSample();
    const { associations, longestWait } = await world.order({ kind: 'count' });
    longestWaitOfProxies = Math.max(longestWaitOfProxies, longestWait);
    const now = performance.now();
    twins.counts(associations, now, (proxy) => ledger.hurtAt(proxy, now));
    ledger.looks(now, longestWait);
    meter.sample();
    say(progress(meter, watch, script));
  } while (performance.now() < endsAt && !ends.aborted);
  meter.stop();
  say('what is under way is mended');
  await script.end();
  await leak.atEnd();
  const limit = AbortSignal.timeout(options.settleSeconds * 1000);
  const rest = await leftOver(world, ledger, start, AbortSignal.any([signal, limit]));
  watch.close();
  const { received } = await world.order({ kind: 'count' });
  await core.stop();
  const associationsAfterClose = await associationsOf(world);
  await world.stop();
  return {
    samples: meter.samples,
    unexplained: ledger.unexplained,
    missedInMisfortunes: ledger.explained,
    missedInStandstill: ledger.standstill,
    longestWaitOfProxies,
    polls: watch.polls(),
    misfortunes: script.counts,
    faults,
    twins: twins.found,
    alertsFired: watch.alertsFired(),
    messagesReceived: received,
    rest: signal.aborted ? null : rest,
    associationsAfterClose,
  };
}

function progress({ samples }: Meter, { ledger }: FleetWatch, { counts }: Script): string {
  const last = samples.at(-1);
  if (last === undefined) return '';
  const { at, heap, resident, delayMost, load } = last;
  const { missed, lost, late } = ledger.unexplained;
  const misfortunes = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    `${(at / 60).toFixed(1)} min`,
    `heap ${(heap / 1000).toFixed(1)} MB`,
    `memory ${Math.round(resident)} MB`,
    `longest wait ${Math.round(delayMost)} ms`,
    `${misfortunes} misfortunes`,
    `unexplained: ${missed} missed, ${lost} lost, ${late.size} late`,
    `load ${load.toFixed(1)}`,
  ].join(', ');
}
