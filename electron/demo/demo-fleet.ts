import { type Profile, type ProfileDraft, profileDraftSchema } from '../../shared/model/profile.ts';
import type { ReferenceFleet } from '../reference-proxy/fleet.ts';
import type { ReferenceProxy } from '../reference-proxy/reference-proxy.ts';
import { transformations } from '../reference-proxy/transformations.ts';

/** What each demo proxy is called and used for: one of each environment. */
const places = [
  { name: 'Demo Madrid', environment: 'development' },
  { name: 'Demo Lisboa', environment: 'staging' },
  { name: 'Demo Buenos Aires', environment: 'production' },
] as const;

/** One running proxy of the demo, and where mail clients reach it. */
export interface DemoProxy {
  readonly profileId: string;
  readonly pop3Port: number;
}

export interface DemoParts {
  /** Adds a profile that lives in memory. */
  readonly add: (draft: ProfileDraft, password: string) => Promise<Profile>;
  /** Removes all that were added. */
  readonly clear: () => Promise<unknown>;
  /** Takes one line for each thing that goes wrong in a proxy. */
  readonly log: (line: string) => void;
}

/** The embedded demo fleet: three reference proxies on this machine's loopback, with live traffic. */
export interface DemoFleet {
  /** Starts it unless it runs. Throws what `startReferenceFleet` throws; there is no demo then. */
  start(): Promise<readonly DemoProxy[]>;
  /** Removes the profiles and ends the proxies. */
  stop(): Promise<void>;
  /** Empty while it does not run. */
  list(): readonly DemoProxy[];
  /** The only transformations that its proxies run. */
  readonly transformations: readonly string[];
}

interface Running {
  readonly fleet: ReferenceFleet;
  readonly proxies: readonly DemoProxy[];
}

export function createDemoFleet(parts: DemoParts): DemoFleet {
  let running: Promise<Running> | null = null;
  /** Settles when the one before is over: its profiles are cleared before new ones are added. */
  let ended: Promise<void> = Promise.resolve();
  let proxies: readonly DemoProxy[] = [];

  const begin = async (): Promise<Running> => {
    const { startReferenceFleet } = await import('../reference-proxy/fleet.ts');
    const fleet = await startReferenceFleet({
      count: places.length,
      names: places.map(({ name }) => name),
      user: 'demo',
      udpPort: 0,
      traffic: true,
      log: parts.log,
    });
    try {
      const added: DemoProxy[] = [];
      for (const [index, proxy] of fleet.proxies.entries()) {
        const { id } = await parts.add(draftOf(proxy, index), proxy.password);
        added.push({ profileId: id, pop3Port: proxy.pop3Port });
      }
      return { fleet, proxies: added };
    } catch (error) {
      await parts.clear();
      await fleet.close();
      throw error;
    }
  };
  const end = async (ending: Promise<Running>): Promise<void> => {
    const found = await ending.catch(() => null);
    if (found === null) return;
    try {
      await parts.clear();
    } finally {
      await found.fleet.close();
    }
  };
  return {
    async start() {
      running ??= ended.then(begin);
      const mine = running;
      try {
        const started = (await mine).proxies;
        if (running === mine) proxies = started;
        return started;
      } catch (error) {
        if (running === mine) running = null;
        throw error;
      }
    },
    async stop() {
      if (running !== null) {
        const ending = end(running);
        running = null;
        proxies = [];
        ended = ending.catch(() => undefined);
        await ending;
      } else await ended;
    },
    list: () => proxies,
    transformations: [...transformations.keys()],
  };
}

function draftOf({ host, port, udpPort, user }: ReferenceProxy, index: number): ProfileDraft {
  return profileDraftSchema.parse({
    ...(places[index] ?? places[0]),
    folder: 'Demo',
    host,
    port,
    transport: 'udp',
    udpPort: udpPort ?? undefined,
    user,
  });
}
