import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Between two looks, milliseconds: what a turn is told to take is too long by so much at most. */
const lookMs = 2;

/** How long the event loop stood still at the longest, milliseconds. */
export interface LongestTurn {
  /** By the clock: also where other programs had the cores. */
  readonly waitMs: number;
  /** Of the processor, which this thread used between two looks at most: only what it did itself. The helpers of the heap's collector are not counted. */
  readonly cpuMs: number;
}

/** Watches the turns of this thread from now on, until what it answers is called. */
export function watchTurns(): () => LongestTurn {
  const stalls = monitorEventLoopDelay({ resolution: 5 });
  stalls.enable();
  let longest = 0;
  let before = cpuMs();
  const looks = setInterval(() => {
    const now = cpuMs();
    longest = Math.max(longest, now - before);
    before = now;
  }, lookMs);
  return () => {
    clearInterval(looks);
    stalls.disable();
    return { waitMs: stalls.max / 1e6, cpuMs: longest };
  };
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
