import { createTopic } from '../../../electron/base/topic.ts';
import { createExporter, type Exporter } from '../../../electron/export/exporter.ts';
import type { Transition } from '../../../electron/fleet/monitor.ts';
import type { WatchedProxy } from '../../../electron/fleet/watched-proxy.ts';
import { type Classes, onlyUsualClasses } from '../../../shared/model/environment-class.ts';
import type { Metrics } from '../../../shared/model/metrics.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';
import type { Sample } from '../../../shared/model/sample.ts';

/** The n-th profile of a fleet. */
export function profileOf(n: number, part: Partial<Profile> = {}): Profile {
  return profileSchema.parse({
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: `proxy ${n}`,
    host: '127.0.0.1',
    user: 'admin',
    ...part,
  });
}

export const readingOf = (part: Partial<Metrics> = {}): Metrics => ({
  at: Date.UTC(2026, 0, 2),
  connections: '3',
  transferredBytes: '1000',
  accesses: '20',
  implausible: false,
  roundTripMs: 2,
  ...part,
});

/** A proxy with a session, read just now. */
export function watchedOf(profile: Profile, part: Partial<WatchedProxy> = {}): WatchedProxy {
  const connection = { transport: 'udp', description: 'SCTP in UDP', reason: null } as const;
  return {
    profile,
    state: { kind: 'ready', since: 0, connection },
    reading: readingOf(),
    lastReadAt: Date.UTC(2026, 0, 2),
    restarts: 0,
    missedPolls: 0,
    intervalMs: 1000,
    ...part,
  };
}

export const sampleOf = (profileId: string, roundTripMs: number): Sample => ({
  profileId,
  at: 0,
  now: 0,
  connections: 1n,
  transferredBytes: 1n,
  accesses: 1n,
  bytesPerSecond: null,
  accessesPerSecond: null,
  roundTripMs,
  missed: 0,
  restart: false,
  another: false,
});

/** An exporter of proxies that a test makes up. */
export interface MadeUpExport {
  readonly exporter: Exporter;
  readonly samples: ReturnType<typeof createTopic<readonly Sample[]>>;
  readonly transitions: ReturnType<typeof createTopic<Transition>>;
  proxies: readonly WatchedProxy[];
  classes: Classes;
  /** How often the proxies were looked at. */
  looks: number;
  /** The lines of a scrape. */
  lines(): Promise<readonly string[]>;
}

export function madeUpExport(proxies: readonly WatchedProxy[] = []): MadeUpExport {
  const samples = createTopic<readonly Sample[]>();
  const transitions = createTopic<Transition>();
  const made: MadeUpExport = {
    proxies,
    samples,
    transitions,
    classes: onlyUsualClasses,
    looks: 0,
    async lines() {
      return (await this.exporter.scrape('prometheus')).toString().split('\n');
    },
    exporter: createExporter({
      version: '1.2.3',
      shell: 'web',
      classes: () => made.classes,
      profiles: () => made.proxies.length,
      alerts: () => [],
      storeQueue: () => 0,
      notices: () => [],
      monitor: {
        samples,
        transitions,
        watched() {
          made.looks++;
          return made.proxies;
        },
      },
    }),
  };
  return made;
}
