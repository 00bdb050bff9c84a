import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../../electron/base/clock.ts';
import { createLastKnownKeeper } from '../../electron/core/last-known.ts';
import { createMonitor, type Monitor } from '../../electron/fleet/monitor.ts';
import { connectClient } from '../../electron/spcp/client.ts';
import { openDatabase } from '../../electron/store/database/database.ts';
import { createHistory } from '../../electron/store/history/history.ts';
import { createLastKnownStore } from '../../electron/store/last-known.ts';
import { createAuditLog } from '../../electron/store/logs/audit.ts';
import { type Profile, profileSchema } from '../../shared/model/profile.ts';
import type { Report } from './support/benchmark.ts';
import {
  datagramsDropped,
  pause,
  quantile,
  residentMegabytes,
  startMeter,
} from './support/measure.ts';
import { type ProxyLine, startProxies } from './support/peer.ts';
import type { Budget } from './support/row.ts';

const settleMs = 5000;
const measuredMs = 20_000;
const mostToConnectMs = 180_000;

const budgets: Readonly<Record<number, { cpu: Budget; memory: Budget; p99: Budget }>> = {
  1000: {
    cpu: { of: 'value', most: 60 },
    memory: { of: 'value', most: 350 },
    p99: { of: 'value', most: 100 },
  },
};

function profileOf(proxy: ProxyLine): Profile {
  const { name, host, port, udpPort, user } = proxy;
  return profileSchema.parse({
    id: randomUUID(),
    name,
    host,
    port,
    transport: 'udp',
    udpPort,
    user,
    pollSeconds: 1,
  });
}

/** So many proxies polled once a second, three requests each, as the console does it: monitor, frames, and on the disk history and what was last known. */
export async function polling(count: number, report: Report): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const { proxies, used: usedByProxies, stop } = await startProxies(count);
  const passwords = new Map<string, string>();
  const profiles = proxies.map((proxy) => {
    const profile = profileOf(proxy);
    passwords.set(profile.id, proxy.password);
    return profile;
  });
  const opened = openDatabase(directory);
  const history = createHistory(opened.database);
  const lastKnown = createLastKnownKeeper({
    store: createLastKnownStore(opened.database),
    audit: createAuditLog(opened.database),
    profileIds: () => new Set(profiles.map(({ id }) => id)),
    fleet: () => monitor.lastKnown(),
    clock: systemClock,
  });
  const roundTrips: number[] = [];
  let polls = 0;
  const monitor: Monitor = createMonitor({
    open: async (profile, password, { signal, onAuthenticating }) => {
      const connected = await connectClient(
        profile,
        { user: profile.user, password },
        {
          signal,
          connectTimeoutMs: 20_000,
          onStage: (stage) => {
            if (stage === 'login') onAuthenticating();
          },
        },
      );
      const { client } = connected;
      const read = client.readMetrics.bind(client);
      client.readMetrics = async () => {
        const reading = await read();
        roundTrips.push(reading.roundTripMs);
        return reading;
      };
      return connected;
    },
    passwordOf: async ({ id }) => passwords.get(id) ?? null,
    bufferSizeOf: lastKnown.bufferSizeOf,
    lastKnownOf: lastKnown.of,
  });
  monitor.samples.listen((samples) => {
    polls += samples.length;
    history.add(samples);
  });
  const ready = new Set<string>();
  monitor.frames(({ proxies: shown }) => {
    for (const { id, state } of shown) {
      if (state.kind === 'ready') ready.add(id);
      else ready.delete(id);
    }
  });
  const start = performance.now();
  monitor.setProfiles(profiles);
  while (ready.size < count) {
    if (performance.now() - start > mostToConnectMs)
      throw new Error(`only ${ready.size} of ${count} proxies were reached`);
    await pause(50);
  }
  report({
    what: 'until all are connected',
    value: (performance.now() - start) / 1000,
    unit: 's',
  });

  await pause(settleMs);
  const missedBefore = monitor.missedPolls();
  roundTrips.length = 0;
  polls = 0;
  const stalls = monitorEventLoopDelay({ resolution: 10 });
  stalls.enable();
  const droppedBefore = datagramsDropped();
  await usedByProxies();
  const measured = startMeter();
  await pause(measuredMs);
  const { cpu, elapsed, withoutCore } = measured();
  const theirs = await usedByProxies();
  const dropped = datagramsDropped();
  stalls.disable();
  const budget = budgets[count];
  const held = (key: 'cpu' | 'memory' | 'p99') => (budget ? { budget: budget[key] } : {});
  report({ what: 'requests a second', value: (roundTrips.length * 3) / elapsed, unit: '/s' });
  report({ what: 'CPU', value: (cpu / elapsed) * 100, unit: '% of a core', ...held('cpu') });
  report({ what: 'memory', value: residentMegabytes(), unit: 'MB', ...held('memory') });
  report({ what: 'round trip, p50', value: quantile(roundTrips, 0.5), unit: 'ms' });
  report({
    what: 'round trip, p99',
    value: quantile(roundTrips, 0.99),
    unit: 'ms',
    ...held('p99'),
  });
  report({
    what: 'polls missed',
    value: monitor.missedPolls() - missedBefore,
    unit: `of ${polls}`,
    budget: { of: 'value', most: 0 },
  });
  const beside = (value: number) => ({ beside: { what: 'the proxies', value } });
  report({
    what: 'event loop, longest wait',
    value: stalls.max / 1e6,
    unit: 'ms',
    ...beside(theirs.longestWaitMs),
  });
  if (withoutCore !== null && theirs.withoutCore !== null)
    report({
      what: 'kept waiting for a core',
      value: (withoutCore / elapsed) * 100,
      unit: '% of the time',
      ...beside((theirs.withoutCore / theirs.elapsed) * 100),
    });
  if (dropped !== null && droppedBefore !== null)
    report({
      what: 'datagrams dropped on this machine',
      value: dropped - droppedBefore,
      unit: '',
    });
  lastKnown.close();
  await monitor.close();
  opened.close();
  await stop();
  rmSync(directory, { recursive: true, force: true });
}
