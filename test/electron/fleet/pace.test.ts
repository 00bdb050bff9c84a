import { expect, it } from 'vitest';
import { createHandshakeGate } from '../../../electron/fleet/handshake-gate.ts';
import { createPace } from '../../../electron/fleet/pace.ts';
import { settle } from '../../support/manual-clock.ts';

const never = new AbortController().signal;

/** An event loop that takes its next turn when told, and stands still for as long as told. */
function createLoop() {
  let now = 0;
  let tasks: (() => void)[] = [];
  return {
    now: () => now,
    after(_milliseconds: number, task: () => void) {
      tasks.push(task);
      return () => {};
    },
    busy(milliseconds: number): void {
      now += milliseconds;
    },
    async turn(): Promise<void> {
      const due = tasks;
      tasks = [];
      for (const task of due) task();
      await settle();
    },
  };
}

/** Asks for so many, each of which keeps the event loop for so many milliseconds. */
async function begin(count: number, eachMs: number) {
  const loop = createLoop();
  const pace = createPace(loop);
  const begun: number[] = [];
  for (let n = 0; n < count; n++) {
    void pace.wait(never).then(() => {
      loop.busy(eachMs);
      begun.push(n);
    });
  }
  await settle();
  return {
    begun,
    /** How many the next turns begin, each. */
    async turns(of: number): Promise<number[]> {
      const counts: number[] = [];
      for (let n = 0; n < of; n++) {
        const before = begun.length;
        await loop.turn();
        counts.push(begun.length - before);
      }
      return counts;
    },
  };
}

it('begins forty at once, and more in each turn as long as turns are short, in their order', async () => {
  const { begun, turns } = await begin(200, 0);
  expect(begun).toHaveLength(40);
  expect(await turns(2)).toEqual([41, 42]);
  await turns(20);
  expect(begun).toEqual(Array.from({ length: 200 }, (_, n) => n));
});

it('begins half as many after a turn that took long, and one at least', async () => {
  const { turns } = await begin(200, 3);
  // 120 ms, 60 ms, 30 ms, 15 ms; 6 ms leave it as it is.
  expect(await turns(5)).toEqual([20, 10, 5, 2, 2]);
  const slow = await begin(200, 50);
  expect(await slow.turns(6)).toEqual([20, 10, 5, 2, 1, 1]);
});

it('lets the next begin at once where a turn has passed since', async () => {
  const loop = createLoop();
  const pace = createPace(loop);
  for (let n = 0; n < 40; n++) await pace.wait(never);
  await loop.turn();
  for (let n = 0; n < 40; n++) await pace.wait(never);
});

it('forgets one that gives up, and lets none wait for it', async () => {
  const loop = createLoop();
  const pace = createPace(loop);
  for (let n = 0; n < 40; n++) await pace.wait(never);
  const impatient = new AbortController();
  const gaveUp = expect(pace.wait(impatient.signal)).rejects.toThrow('enough');
  const patient = pace.wait(never);
  impatient.abort(new Error('enough'));
  await gaveUp;
  await loop.turn();
  await patient;
  await expect(pace.wait(impatient.signal)).rejects.toThrow('enough');
});

it('gives back the place at a door of one that gave up while it waited for its turn', async () => {
  const loop = createLoop();
  const gate = createHandshakeGate(1, createPace(loop));
  for (let n = 0; n < 40; n++) await gate.enter(`${n}.test`, never);
  const impatient = new AbortController();
  const gaveUp = expect(gate.enter('a.test', impatient.signal)).rejects.toThrow('enough');
  await settle();
  impatient.abort(new Error('enough'));
  await gaveUp;
  const next = gate.enter('a.test', never);
  await settle();
  await loop.turn();
  await next;
});
