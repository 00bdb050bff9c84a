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

/** What this process uses from now on: answers seconds of a core, and seconds that passed. */
export function startMeter(): () => { readonly cpu: number; readonly elapsed: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { cpu: (user + system) / 1e6, elapsed: (performance.now() - start) / 1000 };
  };
}

/** Memory that this process holds, MB. */
export function residentMegabytes(): number {
  return process.memoryUsage.rss() / 1e6;
}

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
