import { expect, it } from 'vitest';
import { createEndingClock } from '../../../electron/base/ending-clock.ts';
import { createManualClock } from '../../support/manual-clock.ts';

it('runs what is due, and nothing after its end, whenever that was set', async () => {
  const clock = createManualClock();
  const ending = createEndingClock(clock);
  const ran: string[] = [];
  ending.after(10, () => ran.push('due'));
  ending.after(10, () => ran.push('taken back'))();
  await clock.advance(10);
  ending.after(10, () => ran.push('set before'));
  ending.end();
  ending.after(10, () => ran.push('set after'));
  expect(clock.timers).toBe(0);
  await clock.advance(100);
  expect(ran).toEqual(['due']);
  expect(ending.now()).toBe(clock.now());
  expect(ending.wall()).toBe(clock.wall());
});
