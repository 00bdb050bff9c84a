import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { watchTurns } from '../bench/support/turns.ts';

const usedMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Keeps this thread at work until it has used so much of a core. */
function work(ms: number): void {
  const until = usedMs() + ms;
  while (usedMs() < until);
}

it('tells the processor time of the longest turn, and not that of turns together', async () => {
  const longest = watchTurns();
  for (let n = 0; n < 10; n++) {
    work(30);
    await pause(5);
  }
  work(80);
  await pause(5);
  await turn();
  const { cpuMs, waitMs } = longest();
  expect(cpuMs).toBeGreaterThanOrEqual(80);
  expect(cpuMs).toBeLessThan(300);
  expect(waitMs).toBeGreaterThanOrEqual(70);
});

it('does not take a turn that waits for one that works', async () => {
  const longest = watchTurns();
  await pause(50);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  await pause(50);
  const { cpuMs, waitMs } = longest();
  expect(waitMs - cpuMs).toBeGreaterThan(200);
});
