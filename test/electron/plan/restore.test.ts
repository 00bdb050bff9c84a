import { expect, it } from 'vitest';
import { idle, idOf, openFleet, planOf, statesOf, upper } from './fleet-in-memory.ts';

it('puts back a plan that was removed, whole, so that it can be taken back still', async () => {
  const { plans, start, proxies } = openFleet(2);
  const { id } = plans.create(planOf('Capitals', upper, [idOf(0), idOf(1)]));
  await idle(plans, id);
  plans.apply(id, {});
  await idle(plans, id);
  const before = plans.get(id);
  plans.remove(id);
  expect(plans.list()).toEqual([]);
  const told: unknown[] = [];
  plans.changes.listen((change) => told.push(change));
  plans.restore(id);
  expect(plans.get(id)).toEqual(before);
  expect(told).toMatchObject([{ changed: [{ id }], removed: [] }]);
  expect(start().plans.get(id)).toEqual(before);
  const back = plans.undo(id);
  await idle(plans, back.id);
  plans.apply(back.id, {});
  expect(statesOf(await idle(plans, back.id))).toEqual(['done', 'done']);
  expect([...proxies.values()].every(({ transformation }) => transformation === null)).toBe(true);
  const none = expect.objectContaining({ code: 'not-found' });
  expect(() => plans.restore(id)).toThrow(none);
});
