import { readFileSync } from 'node:fs';

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

/** Runs a task so many times, one after the other. Answers the milliseconds of each. */
export async function timeEach(times: number, task: () => Promise<unknown>): Promise<number[]> {
  const durations: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await task();
    durations.push(performance.now() - start);
  }
  return durations;
}

/** What a process used in a span of time, all in seconds. */
export interface Used {
  /** Of a core. */
  readonly cpu: number;
  readonly elapsed: number;
  /** Its main thread was ready to run and was given no core: other programs of the machine had them. Null where the system does not tell. */
  readonly withoutCore: number | null;
}

/** What this process uses from now on. */
export function startMeter(): () => Used {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const waited = runDelay();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    const now = runDelay();
    return {
      cpu: (user + system) / 1e6,
      elapsed: (performance.now() - start) / 1000,
      withoutCore: now === null || waited === null ? null : now - waited,
    };
  };
}

/** Seconds that the main thread has stood in the queue of a core; Linux's scheduler tells. */
function runDelay(): number | null {
  try {
    const [, nanoseconds] = readFileSync('/proc/self/schedstat', 'utf8').split(' ');
    return Number(nanoseconds) / 1e9;
  } catch {
    return null;
  }
}

/** Datagrams that the system had no room to keep for their sockets, since it started; null where it does not tell. */
export function datagramsDropped(): number | null {
  try {
    const [names = [], values = []] = readFileSync('/proc/net/snmp', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('Udp: '))
      .map((line) => line.split(' '));
    return Number(values[names.indexOf('RcvbufErrors')]);
  } catch {
    return null;
  }
}

/** Memory that this process holds, MB. */
export function residentMegabytes(): number {
  return process.memoryUsage.rss() / 1e6;
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
