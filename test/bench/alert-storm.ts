import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createAlerts } from '../../electron/alerts/alerts.ts';
import { systemClock } from '../../electron/base/clock.ts';
import { createAlertStore } from '../../electron/store/alerts.ts';
import { openDatabase } from '../../electron/store/database/database.ts';
import { onlyUsualClasses } from '../../shared/model/environment-class.ts';
import { unknownCount } from '../../shared/model/open-count.ts';
import { profileSchema } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import { someErrorValue } from '../support/facts.ts';
import type { Report } from './support/benchmark.ts';
import { pause } from './support/measure.ts';

const count = 4000;
/** Not so many that it would be our own network. */
const down = 2000;
/** As short as a rule may have it, and what comes after it until all is told. */
const lastingSeconds = 10;
const settleMs = 10_000;
/** Beyond it a window is seen to stand still. */
const mostBlockedMs = 50;

/** The longest time for which the event loop stands still while 2,000 of 4,000 proxies are lost at once, fire and are told, and recover at once. */
export async function alertStorm(report: Report): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'spcp-bench-'));
  const { database, close } = openDatabase(directory);
  const store = createAlertStore(database);
  for (const { id } of store.rules.list()) store.rules.remove(id);
  store.rules.put({
    id: randomUUID(),
    name: '',
    enabled: true,
    scope: { kind: 'all' },
    condition: { kind: 'down', seconds: lastingSeconds },
    againMinutes: 0,
    quiet: null,
    fullPace: false,
  });
  const profiles = Array.from({ length: count }, (_, i) =>
    profileSchema.parse({ id: randomUUID(), name: `proxy ${i}`, host: `h${i}.example`, user: 'u' }),
  );
  const connection = { transport: 'udp', description: 'x', reason: null } as const;
  const ready: ProxyState = { kind: 'ready', since: 0, connection };
  const why = someErrorValue('unreachable');
  const waiting: ProxyState = { kind: 'waiting', why, since: 0, until: 1, attempt: 1 };
  // What a turn takes of the core says more than how long it lasts where others have the core as well.
  let longestTurnMs = 0;
  const taking = (task: () => void): void => {
    const before = process.threadCpuUsage();
    task();
    const { user, system } = process.threadCpuUsage(before);
    longestTurnMs = Math.max(longestTurnMs, (user + system) / 1000);
  };
  const alerts = createAlerts({
    store,
    clock: { ...systemClock, after: (ms, task) => systemClock.after(ms, () => taking(task)) },
    actor: () => 'bench',
    profiles: () => profiles,
    classes: () => onlyUsualClasses,
    openCountOf: () => unknownCount,
    states: () => profiles.map(({ id }) => ({ id, state: ready })),
    hasInterface: () => true,
    onWatching: () => undefined,
    onEvents: () => undefined,
  });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const turn = (state: ProxyState): void => {
    longestTurnMs = 0;
    delay.reset();
    taking(() => {
      for (const { id } of profiles.slice(0, down)) alerts.transition(id, state);
    });
  };
  try {
    // What is run for the first time is compiled meanwhile.
    await pause(1000);
    delay.enable();
    await pause(settleMs);
    const beside = { what: 'at rest', value: delay.max / 1e6 };
    const budget = { of: 'value', most: mostBlockedMs } as const;
    const tell = (when: string): void => {
      const value = delay.max / 1e6;
      report({ what: `longest standstill, ${when}`, value, unit: 'ms', beside, budget });
      report({ what: `longest turn, ${when}`, value: longestTurnMs, unit: 'ms of CPU', budget });
    };
    turn(waiting);
    await pause(lastingSeconds * 1000 + settleMs);
    if (alerts.open().length !== down) throw new Error('not all fired');
    tell('2,000 fire');
    turn(ready);
    await pause(settleMs);
    if (alerts.open().length > 0) throw new Error('not all recovered');
    tell('they recover');
  } finally {
    delay.disable();
    alerts.close();
    close();
    rmSync(directory, { recursive: true, force: true });
  }
}
