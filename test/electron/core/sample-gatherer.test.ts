import { expect, it } from 'vitest';
import { createSampleGatherer } from '../../../electron/core/sample-gatherer.ts';
import type { Sample } from '../../../shared/model/sample.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { sampleAt } from '../../support/sample.ts';

const samples = (count: number): Sample[] =>
  Array.from({ length: count }, (_, n) => sampleAt('0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01', n));

function setUp() {
  const clock = createManualClock();
  const handed: number[] = [];
  const gatherer = createSampleGatherer(clock, (some) => handed.push(some.length));
  return { clock, handed, gatherer };
}

it('hands on what comes at once while a window can be seen', () => {
  const { clock, handed, gatherer } = setUp();
  for (let n = 0; n < 3; n++) gatherer.take(samples(2));
  expect(handed).toEqual([2, 2, 2]);
  expect(clock.timers).toBe(0);
});

it('hands on what came in five seconds together while none can, and keeps no timer where nothing comes', async () => {
  const { clock, handed, gatherer } = setUp();
  gatherer.setVisible(false);
  for (let second = 0; second < 12; second++) {
    gatherer.take(samples(2));
    await clock.advance(1000);
  }
  expect(handed).toEqual([10, 10]);
  await clock.advance(10_000);
  expect(handed).toEqual([10, 10, 4]);
  expect(clock.timers).toBe(0);
});

it('hands on what it has when a window can be seen, and at the end', () => {
  const { handed, gatherer } = setUp();
  gatherer.setVisible(false);
  gatherer.take(samples(3));
  gatherer.setVisible(true);
  expect(handed).toEqual([3]);
  gatherer.setVisible(false);
  gatherer.take(samples(4));
  gatherer.flush();
  expect(handed).toEqual([3, 4]);
});

it('hands on no more than a thousand at once', () => {
  const { handed, gatherer } = setUp();
  gatherer.setVisible(false);
  for (let n = 0; n < 7; n++) gatherer.take(samples(400));
  gatherer.flush();
  expect(handed).toEqual([800, 800, 800, 400]);
});

it.each([true, false])('splits what comes in one piece, seen: %s', (seen) => {
  const { handed, gatherer } = setUp();
  gatherer.setVisible(seen);
  gatherer.take(samples(5000));
  gatherer.flush();
  expect(handed).toEqual([1000, 1000, 1000, 1000, 1000]);
});

it('hands on nothing of an empty piece', () => {
  const { handed, gatherer } = setUp();
  gatherer.take([]);
  gatherer.flush();
  expect(handed).toEqual([]);
});
