import { expect, it } from 'vitest';
import { ready, ruleOf, setUp, waiting } from './rig.ts';

const minuteMs = 60_000;

it('is no reason to take for over what could not be kept, which is kept later', async () => {
  const { alerts, disk, clock, turn, told, store } = setUp(3, [ruleOf()]);
  disk.isFull = true;
  turn(0, waiting);
  await clock.advance(70_000);
  const open = alerts.open();
  expect(open).toHaveLength(1);
  alerts.follow();
  await clock.advance(10 * minuteMs);
  expect(alerts.open()).toEqual(open);
  expect(told()).toEqual(['fired 1']);
  expect(store.open()).toEqual([]);
  disk.isFull = false;
  await clock.advance(minuteMs);
  expect(store.open()).toEqual(open);
  turn(0, ready);
  expect(told()).toEqual(['fired 1', 'over 1']);
  expect(store.open()).toEqual([]);
});

it('does not keep open what recovered meanwhile, nor what fired once more from being another', async () => {
  const { alerts, disk, clock, turn, told, store } = setUp(3, [ruleOf()]);
  turn(0, waiting);
  await clock.advance(70_000);
  disk.isFull = true;
  turn(0, ready);
  alerts.follow();
  await clock.advance(2 * minuteMs);
  expect(alerts.open()).toEqual([]);
  expect(told()).toEqual(['fired 1', 'over 1']);
  turn(0, waiting);
  await clock.advance(2 * minuteMs);
  expect(told()).toEqual(['fired 1', 'over 1', 'fired 1']);
  disk.isFull = false;
  alerts.follow();
  expect(store.open()).toEqual(alerts.open());
  expect(store.open()).toHaveLength(1);
  expect(store.past(5)).toHaveLength(1);
});

it('keeps that what began and ended while it lasted was', async () => {
  const { alerts, disk, clock, turn, store } = setUp(3, [ruleOf()]);
  disk.isFull = true;
  turn(0, waiting);
  await clock.advance(70_000);
  turn(0, ready);
  disk.isFull = false;
  await clock.advance(minuteMs);
  expect(alerts.open()).toEqual([]);
  expect(store.past(5)).toMatchObject([{ over: { why: 'recovered' } }]);
});

it('what another process took for over while it lasts here fires once more', async () => {
  const { alerts, clock, turn, store, told } = setUp(3, [ruleOf()]);
  turn(0, waiting);
  await clock.advance(70_000);
  const [alert] = alerts.open();
  if (alert === undefined) throw new Error('nothing fired');
  store.put({ ...alert, over: { at: clock.wall(), why: 'recovered' } });
  alerts.follow();
  expect(alerts.open()).toEqual([]);
  await clock.advance(3 * minuteMs);
  expect(alerts.open()).toHaveLength(1);
  expect(told()).toEqual(['fired 1', 'over 1', 'fired 1']);
});
