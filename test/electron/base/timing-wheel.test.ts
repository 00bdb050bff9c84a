import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { createTimingWheel } from '../../../electron/base/timing-wheel.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const grainMs = 20;

function rig() {
  const clock = createManualClock();
  const wheel = createTimingWheel(clock, grainMs);
  const ran: { name: string; at: number }[] = [];
  const timer = (name: string) => wheel.timer(() => ran.push({ name, at: clock.now() }));
  return { clock, wheel, ran, timer };
}

it('never runs a task early, and late by its grain at most, whatever is set, put off and stopped', async () => {
  const step = fc.record({
    timer: fc.nat(3),
    set: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
    wait: fc.integer({ min: 0, max: 120 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { clock, ran, timer } = rig();
      const names = ['a', 'b', 'c', 'd'];
      const timers = names.map(timer);
      const due = new Map<string, number>();
      const check = (): void => {
        for (const { name, at } of ran.splice(0)) {
          const expected = due.get(name) ?? Number.NaN;
          expect(at).toBeGreaterThanOrEqual(expected);
          expect(at).toBeLessThanOrEqual(expected + grainMs);
          due.delete(name);
        }
        for (const [name, at] of due) expect(at, name).toBeGreaterThan(clock.now() - grainMs);
      };
      for (const { timer: index, set, wait } of steps) {
        const name = names[index] ?? '';
        if (set === null) {
          timers[index]?.stop();
          due.delete(name);
        } else {
          timers[index]?.set(set);
          due.set(name, clock.now() + set);
        }
        expect(timers[index]?.isSet).toBe(set !== null);
        await clock.advance(wait);
        check();
      }
      await clock.advance(1000);
      check();
      expect([...due]).toEqual([]);
      expect(clock.timers).toBe(0);
    }),
    { numRuns: 40 },
  );
});

it('sets one timer of the clock for all, which thousands of settings do not touch', async () => {
  const { clock, ran, timer } = rig();
  const after = vi.spyOn(clock, 'after');
  const timers = Array.from({ length: 1000 }, () => timer('one of many'));
  for (let round = 0; round < 10; round++) {
    for (const one of timers) one.set(300);
    await clock.advance(1);
    for (const one of timers) one.stop();
  }
  expect(after).toHaveBeenCalledTimes(1);
  expect(clock.timers).toBe(1);
  await clock.advance(1000);
  expect(ran).toEqual([]);
  expect(clock.timers).toBe(0);
});

it('does not run what the task of another stops or puts off in the same turn', async () => {
  const { clock, wheel, ran, timer } = rig();
  const stopped = timer('stopped');
  const putOff = timer('put off');
  const first = wheel.timer(() => {
    stopped.stop();
    putOff.set(100);
  });
  first.set(10);
  stopped.set(10);
  putOff.set(10);
  await clock.advance(60);
  expect(ran).toEqual([]);
  await clock.advance(100);
  expect(ran.map(({ name }) => name)).toEqual(['put off']);
});

it('runs after a stall what fell due meanwhile', async () => {
  const { clock, ran, timer } = rig();
  timer('a').set(50);
  timer('b').set(500);
  clock.stall(300);
  await clock.advance(0);
  expect(ran.map(({ name }) => name)).toEqual(['a']);
  await clock.advance(200);
  expect(ran.map(({ name }) => name)).toEqual(['a', 'b']);
});
