import { existsSync, readdirSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { type ELDHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { databaseFile } from '../../electron/store/database/database-file.ts';
import { heapInUse } from '../bench/support/heap.ts';

/** What the process of the console holds; of each kind of handle and timer that keeps it, how many. */
export type Held = ReadonlyMap<string, number>;

/** One sample. */
export interface Measured {
  /** Seconds since the meter was started. */
  readonly at: number;
  /** kB, of what can be reached. */
  readonly heap: number;
  /** MB. */
  readonly resident: number;
  /** Of the event loop since the sample before, milliseconds. */
  readonly delayP99: number;
  readonly delayMost: number;
  /** Of the database and its journal. */
  readonly databaseBytes: number;
  /** Of the machine, over a minute. */
  readonly load: number;
}

/** Those come and go with every read of a file, every name and every turn. */
const passing =
  /^(Immediate|FS|GetAddrInfo|Shutdown|.*WriteWrap|.*ConnectWrap|.*SendWrap|.*ReqWrap)/;

export const descriptors = 'file descriptor';

/** What is held now. */
export function held(): Held {
  const counts = new Map<string, number>();
  const add = (kind: string, count: number) => counts.set(kind, (counts.get(kind) ?? 0) + count);
  for (const kind of process.getActiveResourcesInfo()) if (!passing.test(kind)) add(kind, 1);
  // The descriptor that the reading takes is in both counts that are compared.
  if (existsSync('/proc/self/fd')) add(descriptors, readdirSync('/proc/self/fd').length);
  return counts;
}

/** The larger count of each kind. */
export function mostOf(a: Held, b: Held): Held {
  return new Map(
    [...new Set([...a.keys(), ...b.keys()])].map((kind) => [
      kind,
      Math.max(a.get(kind) ?? 0, b.get(kind) ?? 0),
    ]),
  );
}

/** What is held beyond another count, by kind. */
export function beyond(now: Held, before: Held): Held {
  return new Map(
    [...now].flatMap(([kind, count]) => {
      const more = count - (before.get(kind) ?? 0);
      return more > 0 ? [[kind, more]] : [];
    }),
  );
}

/** Measures this process and the data directory. */
export class Meter {
  readonly samples: Measured[] = [];
  readonly #directory: string;
  readonly #start = performance.now();
  #delay: ELDHistogram = listen();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Collects what cannot be reached, which the event loop waits for: that is not put down to the console. */
  sample(): Measured {
    this.#delay.disable();
    const { max, count } = this.#delay;
    const measured = {
      at: (performance.now() - this.#start) / 1000,
      heap: heapInUse(),
      resident: process.memoryUsage.rss() / 1e6,
      delayP99: count === 0 ? 0 : this.#delay.percentile(99) / 1e6,
      delayMost: count === 0 ? 0 : max / 1e6,
      databaseBytes: databaseBytes(this.#directory),
      load: loadavg()[0] ?? 0,
    };
    this.samples.push(measured);
    this.#delay = listen();
    return measured;
  }

  stop(): void {
    this.#delay.disable();
  }
}

function listen(): ELDHistogram {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return delay;
}

function databaseBytes(directory: string): number {
  return readdirSync(directory)
    .filter((name) => name === databaseFile || name === `${databaseFile}-wal`)
    .reduce((sum, name) => sum + statSync(join(directory, name)).size, 0);
}
