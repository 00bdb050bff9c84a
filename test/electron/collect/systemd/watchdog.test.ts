import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { feedWatchdog } from '../../../../electron/collect/systemd/watchdog.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function feed(works: () => Promise<unknown>) {
  const alive = vi.fn();
  const fault = vi.fn();
  return { alive, fault, end: feedWatchdog(10_000, works, alive, fault) };
}

it('is fed twice in its span while the console works', async () => {
  const { alive, end } = feed(async () => {});
  await vi.advanceTimersByTimeAsync(30_000);
  expect(alive).toHaveBeenCalledTimes(7);
  end();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(alive).toHaveBeenCalledTimes(7);
});

it('is not fed while what works gives no answer, nor asked again meanwhile', async () => {
  const answers: (() => void)[] = [];
  const { alive } = feed(() => new Promise<void>((resolve) => answers.push(resolve)));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(alive).not.toHaveBeenCalled();
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(5000);
  expect(alive).toHaveBeenCalledTimes(1);
  expect(answers).toHaveLength(2);
});

it('is not fed where something fails, which is logged', async () => {
  let fails = true;
  const { alive, fault } = feed(async () => {
    if (fails) throw new Error('planted');
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(alive).not.toHaveBeenCalled();
  expect(fault).toHaveBeenCalledTimes(1);
  fails = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(alive).toHaveBeenCalledTimes(1);
});
