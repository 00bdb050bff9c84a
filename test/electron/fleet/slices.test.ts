import { expect, it } from 'vitest';
import { createSlices } from '../../../electron/fleet/slices.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const numbers = Array.from({ length: 120 }, (_, n) => n);

it('begins fifty in one turn, and the others in the turns after, in their order', async () => {
  const clock = createManualClock();
  const done: number[] = [];
  createSlices(clock).run(numbers, (n) => done.push(n));
  expect(done).toEqual(numbers.slice(0, 50));
  await clock.advance(0);
  expect(done).toEqual(numbers);
});

it('begins no more in a turn that takes long already', async () => {
  const clock = createManualClock();
  const done: number[] = [];
  createSlices(clock).run(numbers, (n) => {
    clock.stall(4);
    done.push(n);
  });
  expect(done).toEqual([0, 1, 2]);
  await clock.advance(1000);
  expect(done).toEqual(numbers);
});

it('begins nothing more once it is ended', async () => {
  const clock = createManualClock();
  const done: number[] = [];
  const slices = createSlices(clock);
  slices.run(numbers, (n) => done.push(n));
  slices.end();
  await clock.advance(1000);
  expect(done).toHaveLength(50);
});
