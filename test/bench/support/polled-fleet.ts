import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { systemClock } from '../../../electron/base/clock.ts';
import { createLastKnownKeeper } from '../../../electron/core/last-known.ts';
import { createMonitor, type Monitor } from '../../../electron/fleet/monitor.ts';
import { connectClient } from '../../../electron/spcp/client.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createLastKnownStore } from '../../../electron/store/last-known.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import { type HistoryStore, historyOf } from '../../../electron/store/thread/asked.ts';
import { openStore } from '../../../electron/store/thread/open-store.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';
import { type DuePolls, watchDuePolls } from './due-polls.ts';
import { pause } from './measure.ts';
import { type MemoryParts, memoryParts } from './memory.ts';
import { type ProxyLine, startProxies } from './peer.ts';
import { timeReads } from './timed-reads.ts';
import { type LongestTurn, watchTurns } from './turns.ts';

const mostToConnectMs = 180_000;

/** Proxies polled again and again, three metrics together, as the console does it: monitor, frames, and on the disk history and what was last known. */
export interface PolledFleet {
  readonly monitor: Monitor;
  readonly database: DatabaseSync;
  readonly history: HistoryStore;
  /** Milliseconds of each poll from its request to the last reply, since it was emptied last. */
  readonly pollTimes: number[];
  /** Of all, since they were connected; milliseconds of `performance.now()`. */
  readonly due: Pick<DuePolls, 'begin' | 'notCome'>;
  /** Polls that were made since the start. */
  polls(): number;
  readonly connecting: {
    readonly seconds: number;
    readonly longest: LongestTurn;
  };
  /** Memory of this process before there was any of them. */
  readonly memoryBefore: MemoryParts;
  readonly usedByProxies: Awaited<ReturnType<typeof startProxies>>['used'];
  stop(): Promise<void>;
}

/** Resolves when all are connected. `pollSeconds`: one unless told. `fill`: writes into the database before anything else does. */
export async function pollFleet(
  count: number,
  {
    pollSeconds = 1,
    fill,
  }: {
    readonly pollSeconds?: number;
    readonly fill?: (database: DatabaseSync) => void;
  } = {},
): Promise<PolledFleet> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const { proxies, used: usedByProxies, stop } = await startProxies(count);
  const passwords = new Map<string, string>();
  const profiles = proxies.map((proxy) => {
    const profile = profileOf(proxy, pollSeconds);
    passwords.set(profile.id, proxy.password);
    return profile;
  });
  const opened = openDatabase(directory);
  fill?.(opened.database);
  const store = openStore(opened.database, (what, error) => {
    throw new Error(what, { cause: error });
  });
  const history = historyOf(store);
  const lastKnown = createLastKnownKeeper({
    store: createLastKnownStore(opened.database),
    audit: createAuditLog(opened.database),
    profileIds: () => new Set(profiles.map(({ id }) => id)),
    fleet: (from, to) => monitor.lastKnown(from, to),
    clock: systemClock,
  });
  const pollTimes: number[] = [];
  let due: DuePolls | null = null;
  let polls = 0;
  const monitor: Monitor = createMonitor({
    open: async (profile, password, { signal, together, onAuthenticating }) => {
      const connected = await connectClient(
        profile,
        { user: profile.user, password },
        {
          signal,
          together,
          connectTimeoutMs: 20_000,
          onStage: (stage) => {
            if (stage === 'login') onAuthenticating();
          },
        },
      );
      timeReads(connected.client, pollTimes);
      return connected;
    },
    passwordOf: async ({ id }) => passwords.get(id) ?? null,
    bufferSizeOf: lastKnown.bufferSizeOf,
    lastKnownOf: lastKnown.of,
  });
  monitor.samples.listen((samples) => {
    polls += samples.length;
    const now = performance.now();
    for (const { profileId } of samples) due?.came(profileId, now);
    void history.add(samples);
  });
  const ready = new Set<string>();
  monitor.frames(({ proxies: shown }) => {
    for (const { id, state } of shown) {
      if (state.kind === 'ready') ready.add(id);
      else ready.delete(id);
    }
  });
  // An installed app has it compiled in one file, and loads it in 5 ms; of the two dozen sources the first to connect would make the longest turn of all.
  await import('../../../electron/transport/udp/client.ts');
  const memoryBefore = await memoryParts();
  const longestTurn = watchTurns();
  const start = performance.now();
  monitor.setProfiles(profiles);
  while (ready.size < count) {
    if (performance.now() - start > mostToConnectMs)
      throw new Error(`only ${ready.size} of ${count} proxies were reached`);
    await pause(50);
  }
  const seconds = (performance.now() - start) / 1000;
  const longest = longestTurn();
  due = watchDuePolls(ready, pollSeconds * 1000, performance.now());
  return {
    monitor,
    database: opened.database,
    history,
    pollTimes,
    due,
    polls: () => polls,
    connecting: { seconds, longest },
    memoryBefore,
    usedByProxies,
    async stop() {
      lastKnown.close();
      await monitor.close();
      await store.close();
      opened.close();
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function profileOf(proxy: ProxyLine, pollSeconds: number): Profile {
  const { name, host, port, udpPort, user } = proxy;
  return profileSchema.parse({
    id: randomUUID(),
    name,
    host,
    port,
    transport: 'udp',
    udpPort,
    user,
    pollSeconds,
  });
}
