import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../electron/reference-proxy/mail-clients/seeded-random.ts';
import { blackOut, calm, type Weather } from '../support/bad-network.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world/world.ts';

const badLine: Weather = {
  loss: 0.1,
  delayMs: 20,
  jitterMs: 40,
  duplication: 0.05,
  reordering: 0.05,
};

/** What the console's own side does. */
export interface ConsoleDeeds {
  /** A window opens, asks for what a window asks, and closes. */
  visit(): Promise<void>;
  /** An alert rule is set to another threshold. */
  changeRule(threshold: number): Promise<void>;
  /** The administrator has a proxy tried again that refused the password. */
  connect(proxy: number): Promise<void>;
}

/** Befalls one proxy, and is mended after a while; the names are those of the report. */
interface Misfortune {
  readonly name: string;
  readonly share: number;
  begin(proxy: number): Promise<unknown>;
  mend(proxy: number): Promise<unknown>;
}

/** For how long one lasts, milliseconds. */
const shortestMs = 3000;
const longestMs = 40_000;
/** Each proxy meets one about so often, milliseconds. */
const everyMs = 180_000;
/** All of them meet one at once about as often as one in so many befalls one of them. */
const oneInForAll = 100;

export interface Script {
  /** By name, how often. */
  readonly counts: Readonly<Record<string, number>>;
  /** Mends all that is under way, and resolves then. Rejects with the first thing that could not be done. */
  end(): Promise<void>;
}

/** Misfortunes one after the other, all drawn from the seed, until it is ended. `onFailed`: it cannot go on. */
export function startMisfortunes(
  {
    world,
    ledger,
    deeds,
    seed,
  }: { world: World; ledger: Ledger; deeds: ConsoleDeeds; seed: number },
  onFailed: (error: unknown) => void,
): Script {
  const random = seededRandom(seed);
  const counts: Record<string, number> = {};
  const ending = new AbortController();
  const underWay = new Set<Promise<void>>();
  const proxies = world.proxies.length;
  const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
  const between = (least: number, most: number): number => least + random() * (most - least);
  const until = (ms: number) =>
    sleep(ms, undefined, { signal: ending.signal }).catch(() => undefined);
  const note = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const weather = (proxy: number, of: Weather) =>
    world.order({ kind: 'weather', proxy, weather: of });
  const start = (proxy: number) => world.order({ kind: 'start', proxy, refuses: false });
  const away = (how: 'in-order' | 'vanishes' | 'closes-its-port') => ({
    begin: (proxy: number) => world.order({ kind: 'end', proxy, how }),
    mend: start,
  });
  const misfortunes: readonly Misfortune[] = [
    { name: 'ends in order', share: 2, ...away('in-order') },
    { name: 'vanishes', share: 2, ...away('vanishes') },
    { name: 'closes its port', share: 2, ...away('closes-its-port') },
    {
      name: 'restarts at zero',
      share: 3,
      async begin(proxy) {
        await world.order({ kind: 'end', proxy, how: 'in-order' });
        await start(proxy);
      },
      mend: async () => undefined,
    },
    {
      name: 'loses, repeats and delays packets',
      share: 4,
      begin: (proxy) => weather(proxy, badLine),
      mend: (proxy) => weather(proxy, calm),
    },
    {
      name: 'hears nothing',
      share: 2,
      begin: (proxy) => weather(proxy, blackOut),
      mend: (proxy) => weather(proxy, calm),
    },
    {
      name: 'is set by somebody else',
      share: 3,
      begin: (proxy) => world.order({ kind: 'transformation', proxy, command: 'cat' }),
      mend: (proxy) => world.order({ kind: 'transformation', proxy, command: null }),
    },
    {
      name: 'refuses the password',
      share: 1,
      async begin(proxy) {
        await world.order({ kind: 'end', proxy, how: 'in-order' });
        await world.order({ kind: 'start', proxy, refuses: true });
      },
      async mend(proxy) {
        await world.order({ kind: 'end', proxy, how: 'in-order' });
        await start(proxy);
        await deeds.connect(proxy);
      },
    },
  ];
  const shares = misfortunes.flatMap((one) => Array.from({ length: one.share }, () => one));

  const befall = async (proxy: number, { name, begin, mend }: Misfortune, ms: number) => {
    note(name);
    ledger.begins(proxy);
    await begin(proxy);
    await until(ms);
    await mend(proxy);
    ledger.ends(proxy, performance.now());
  };
  const cutAllOff = async (spared: readonly number[], ms: number) => {
    note('nothing is reached');
    for (const proxy of spared) ledger.begins(proxy);
    await Promise.all(spared.map((proxy) => weather(proxy, blackOut)));
    await until(ms);
    await Promise.all(spared.map((proxy) => weather(proxy, calm)));
    for (const proxy of spared) ledger.ends(proxy, performance.now());
  };
  const hangWebhook = async (ms: number) => {
    note('the webhook hangs');
    await world.order({ kind: 'webhook', hangs: true });
    await until(ms);
    await world.order({ kind: 'webhook', hangs: false });
  };
  const begin = (task: Promise<void>): void => {
    underWay.add(task);
    void task.then(() => underWay.delete(task), onFailed);
  };
  const next = (): void => {
    const ms = between(shortestMs, longestMs);
    const drawn = random();
    const { spared } = ledger;
    const proxy = pick(spared);
    const misfortune = pick(shares);
    if (drawn < 1 / oneInForAll) begin(cutAllOff(spared, ms));
    else if (drawn < 0.04) begin(hangWebhook(ms));
    else if (drawn < 0.16) {
      note('a window comes and goes');
      begin(deeds.visit());
    } else if (drawn < 0.2) {
      note('a rule is changed');
      begin(deeds.changeRule(Math.round(between(1, 6))));
    } else if (proxy !== undefined && misfortune !== undefined)
      begin(befall(proxy, misfortune, ms));
  };
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      next();
      await until((random() * 2 * everyMs) / proxies);
    }
  };
  const running = run();
  return {
    counts,
    async end() {
      ending.abort();
      await running;
      await Promise.all(underWay);
    },
  };
}
