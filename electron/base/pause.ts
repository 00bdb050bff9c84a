import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for this many milliseconds, or less when the signal fires. Leaves no timer and no listener behind. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(Math.max(0, milliseconds), undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
