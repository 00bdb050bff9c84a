import { expect, it } from 'vitest';
import { idle, idOf, openFleet, planOf, statesOf } from './fleet-in-memory.ts';

const planned = { setting: 'transformation', next: 'rev' } as const;

function withPlan() {
  const fleet = openFleet(1);
  const [id] = [idOf(0)];
  const move = (host: string): void => {
    const profile = fleet.profiles.get(id);
    if (profile === undefined) throw new Error('no profile');
    fleet.profiles.set(id, { ...profile, host });
  };
  const inForce = () => fleet.proxies.get(id)?.transformation;
  return { ...fleet, plan: fleet.plans.create(planOf('p', planned, [id])), move, inForce };
}

it('a plan changes no other proxy than the one that it read, until it is read again', async () => {
  const { plans, plan, move, inForce } = withPlan();
  await idle(plans, plan.id);
  move('b.example');
  plans.apply(plan.id, {});
  expect(await idle(plans, plan.id)).toMatchObject([
    { state: 'conflict', error: { code: 'unsupported', detail: { case: 'leads-elsewhere' } } },
  ]);
  expect(inForce()).toBeNull();
  plans.read(plan.id);
  expect(statesOf(await idle(plans, plan.id))).toEqual(['waiting']);
  plans.apply(plan.id, {});
  expect(statesOf(await idle(plans, plan.id))).toEqual(['done']);
  expect(inForce()).toBe('rev');
});

it('a plan takes nothing back on another proxy than the one that it changed', async () => {
  const { plans, plan, move, inForce } = withPlan();
  await idle(plans, plan.id);
  plans.apply(plan.id, {});
  await idle(plans, plan.id);
  move('b.example');
  const back = plans.undo(plan.id);
  expect(statesOf(await idle(plans, back.id))).toEqual(['conflict']);
  plans.apply(back.id, {});
  expect(statesOf(await idle(plans, back.id))).toEqual(['conflict']);
  expect(inForce()).toBe('rev');
});
