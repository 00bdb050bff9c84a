import type { AlertRule } from '../../shared/model/alert-rule.ts';
import type { BenchConsole } from '../bench/support/console.ts';
import { type ConsoleWindow, openConsoleWindow } from '../electron/console-window.ts';
import type { ConsoleDeeds } from './misfortunes.ts';
import type { World } from './world/world.ts';

const dayMs = 24 * 3_600_000;
const points = 500;
const entries = 200;

/** Fires where mail goes through a proxy, again and again. */
const busyRule = (threshold: number): AlertRule => ({
  id: 'a1e27000-0000-4000-8000-00000000f0a0',
  name: 'busy',
  enabled: true,
  scope: { kind: 'all' },
  condition: {
    kind: 'metric',
    metric: 'connections',
    direction: 'above',
    raise: threshold,
    clear: Math.max(0, threshold - 1),
    bad: 2,
    of: 3,
  },
  againMinutes: 1,
  quiet: null,
  fullPace: false,
});

/** Sends alerts to the world's webhook, and has a rule that fires. */
export async function setUp(window: ConsoleWindow, { webhook }: World): Promise<void> {
  await window.call('alerts.setWebhook', { url: webhook, secret: 'signed-with-this-secret' });
  await window.call('alerts.saveRule', busyRule(3));
}

/** What is done at the console while it is watched. */
export function createDeeds({ router, ids }: BenchConsole): ConsoleDeeds {
  const inWindow = async (task: (window: ConsoleWindow) => Promise<unknown>): Promise<void> => {
    const window = openConsoleWindow(router);
    try {
      await task(window);
    } finally {
      window.close();
    }
  };
  return {
    visit: () =>
      inWindow(async (window) => {
        const to = Date.now();
        await window.until('fleet.frames', ({ full }) => full);
        await window.call('history.range', {
          ids: ids.slice(0, 12),
          from: to - dayMs,
          to,
          points,
        });
        await window.call('events.list', { limit: entries });
        await window.call('alerts.list', {});
        await window.call('alerts.past', { limit: entries });
      }),
    changeRule: (threshold) =>
      inWindow((window) => window.call('alerts.saveRule', busyRule(threshold))),
    connect: (proxy) =>
      inWindow((window) => window.call('fleet.connect', { id: ids[proxy] ?? '' })),
  };
}
