import { expect, it } from 'vitest';
import type { FleetFrame } from '../../../shared/model/fleet-frame.ts';
import { connected, profileOf } from './memory-fleet.ts';

it('shows nothing of the proxy that a profile led to before', async () => {
  const one = profileOf(1);
  const { monitor, clock } = await connected();
  const frames: FleetFrame[] = [];
  monitor.frames((frame) => frames.push(frame));
  await clock.advance(3000);
  const heard = frames.flatMap(({ points }) => points.flatMap(({ at }) => at));
  expect(heard.length).toBeGreaterThan(1);

  await clock.advance(100);
  frames.length = 0;
  monitor.setProfiles([{ ...one, host: 'elsewhere.example' }]);
  await clock.advance(0);
  await clock.advance(250);
  const [taken] = frames;
  expect(taken?.removed).toEqual([one.id]);
  expect(taken?.proxies.map(({ id }) => id)).toEqual([one.id]);

  const late: FleetFrame[] = [];
  monitor.frames((frame) => late.push(frame));
  await clock.advance(0);
  const kept = late.flatMap(({ points }) => points.flatMap(({ at }) => at));
  expect(kept.filter((at) => heard.includes(at))).toEqual([]);
});

it('says of the first reading that it may be of another proxy, and of none after it', async () => {
  const one = profileOf(1);
  const { monitor, clock, batches } = await connected();
  const marks = () =>
    batches
      .splice(0)
      .flat()
      .map(({ another }) => another);
  await clock.advance(3000);
  const [first, ...rest] = marks();
  expect(first).toBe(true);
  expect(new Set(rest)).toEqual(new Set([false]));

  monitor.setProfiles([{ ...one, host: 'elsewhere.example' }]);
  await clock.advance(5000);
  const [moved, ...later] = marks();
  expect(moved).toBe(true);
  expect(new Set(later)).toEqual(new Set([false]));
});
