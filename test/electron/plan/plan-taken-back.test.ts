import { describe, expect, it } from 'vitest';
import { idle, ids, openFleet, planned, planOf, statesOf, upper } from './fleet-in-memory.ts';

describe('a plan that is taken back', () => {
  it('is a plan of its own, of what it changed, to what was there before', async () => {
    const fleet = openFleet(3);
    const { plans, proxies, audit } = fleet;
    const [first, second] = [...proxies.values()];
    if (!first || !second) throw new Error('no proxies');
    first.transformation = 'rev';
    second.transformation = 'tr a-z A-Z';
    const { id } = plans.create(planOf('Capitals', upper, ids(3)));
    await idle(plans, id);
    plans.apply(id, {});
    await idle(plans, id);
    const back = plans.undo(id);
    expect(back).toMatchObject({ undoes: id, leftOut: [] });
    expect(await idle(plans, back.id)).toMatchObject([
      { profileName: 'mail-0', planned: { next: 'rev' }, state: 'waiting' },
      { profileName: 'mail-2', planned: { next: null }, state: 'waiting' },
    ]);
    plans.apply(back.id, {});
    await idle(plans, back.id);
    expect([...proxies.values()].map(({ transformation }) => transformation)).toEqual([
      'rev',
      'tr a-z A-Z',
      null,
    ]);
    expect(audit.ofPlan(back.id).every(({ undoes }) => undoes !== null)).toBe(true);
  });

  it('says before, not after, of which the size before is not known', async () => {
    const { plans, id, audit, proxies } = await planned(2, { setting: 'bufferSize', bytes: 8192 });
    plans.apply(id, {});
    expect(statesOf(await idle(plans, id))).toEqual(['done', 'done']);
    expect(() => plans.undo(id)).toThrow(expect.objectContaining({ code: 'unsupported' }));
    const again = plans.create(planOf('Smaller', { setting: 'bufferSize', bytes: 1024 }, ids(2)));
    await idle(plans, again.id);
    plans.apply(again.id, {});
    await idle(plans, again.id);
    const back = plans.undo(again.id);
    await idle(plans, back.id);
    plans.apply(back.id, {});
    await idle(plans, back.id);
    expect([...proxies.values()].map(({ bufferSize }) => bufferSize)).toEqual([8192, 8192]);
    expect(audit.ofPlan(back.id)).toHaveLength(2);
  });
});
