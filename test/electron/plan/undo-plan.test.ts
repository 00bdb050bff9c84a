import { expect, it } from 'vitest';
import { stepsBack } from '../../../electron/plan/undo-plan.ts';
import type { Planned } from '../../../shared/model/plan.ts';
import {
  type FakeProxy,
  idle,
  idOf,
  openFleet,
  planOf,
  statesOf,
  upper,
} from './fleet-in-memory.ts';

it('leaves out a buffer size of which nobody knows what it was before, and says so', async () => {
  const { plans, audit } = openFleet(1);
  const { id } = plans.create(planOf('Small', { setting: 'bufferSize', bytes: 64 }, [idOf(0)]));
  await idle(plans, id);
  plans.apply(id, {});
  expect(stepsBack(await idle(plans, id), audit.get)).toMatchObject({
    steps: [],
    leftOut: [{ profileName: 'mail-0', error: { detail: { case: 'size-not-known' } } }],
  });
});

/** A plan that set this on two proxies. */
async function applied(planned: Planned) {
  const fleet = openFleet(2);
  const { id } = fleet.plans.create(planOf('Many', planned, [idOf(0), idOf(1)]));
  await idle(fleet.plans, id);
  fleet.plans.apply(id, {});
  expect(statesOf(await idle(fleet.plans, id))).toEqual(['done', 'done']);
  const by = fleet.changes.author();
  const set = (bytes: number) =>
    fleet.changes.planned(
      idOf(1),
      { setting: 'bufferSize', bytes },
      { undoes: null, plan: null, by },
    );
  return { ...fleet, id, set, proxy: fleet.proxies.get(idOf(1)) as FakeProxy };
}

it('overwrites no transformation that others have set since, however often it is read and applied', async () => {
  const { plans, id, proxy } = await applied(upper);
  proxy.transformation = 'rev';
  const back = plans.undo(id);
  expect(await idle(plans, back.id)).toMatchObject([
    { state: 'waiting', seen: { value: 'tr a-z A-Z' } },
    {
      state: 'conflict',
      seen: { value: 'tr a-z A-Z' },
      error: { code: 'not-as-expected', detail: { expected: 'tr a-z A-Z', found: 'rev' } },
    },
  ]);
  plans.read(back.id);
  await idle(plans, back.id);
  plans.apply(back.id, { kind: 'both' });
  expect(statesOf(await idle(plans, back.id))).toEqual(['done', 'conflict']);
  expect(proxy.transformation).toBe('rev');
});

it('takes back what others have set once that is decided, unless they set another one again', async () => {
  const { plans, id, proxy } = await applied(upper);
  proxy.transformation = 'rev';
  const back = plans.undo(id);
  await idle(plans, back.id);
  plans.decide(back.id, 'take', null);
  proxy.transformation = 'cat';
  plans.read(back.id);
  expect(statesOf(await idle(plans, back.id))).toEqual(['waiting', 'conflict']);
  plans.decide(back.id, 'take', null);
  plans.apply(back.id, {});
  expect(statesOf(await idle(plans, back.id))).toEqual(['done', 'done']);
  expect(proxy.transformation).toBeNull();
});

it('looks first where a proxy could not be asked when the plan back was made', async () => {
  const { plans, id, proxy } = await applied(upper);
  proxy.transformation = 'rev';
  proxy.reachable = false;
  const back = plans.undo(id);
  expect(statesOf(await idle(plans, back.id))).toEqual(['waiting', 'unreachable']);
  proxy.reachable = true;
  plans.apply(back.id, { kind: 'both' });
  expect(statesOf(await idle(plans, back.id))).toEqual(['done', 'conflict']);
  expect(proxy.transformation).toBe('rev');
});

it('overwrites no buffer size that was set from here since, before and after the plan back was read', async () => {
  const { plans, id, set, proxy } = await applied({ setting: 'bufferSize', bytes: 1024 });
  const again = plans.create(
    planOf('Larger', { setting: 'bufferSize', bytes: 2048 }, [idOf(0), idOf(1)]),
  );
  await idle(plans, again.id);
  plans.apply(again.id, {});
  await idle(plans, again.id);
  await set(4096);
  const back = plans.undo(again.id);
  expect(await idle(plans, back.id)).toMatchObject([
    { state: 'waiting' },
    { state: 'conflict', error: { detail: { expected: '2048', found: '4096' } } },
  ]);
  plans.decide(back.id, 'take', null);
  await set(8192);
  plans.apply(back.id, {});
  expect(statesOf(await idle(plans, back.id))).toEqual(['done', 'conflict']);
  expect(proxy.bufferSize).toBe(8192);
  expect(plans.get(id).counts.done).toBe(2);
});

it('has a name that says nothing in the language of who asks for it, unless one is given', async () => {
  const { plans, id } = await applied(upper);
  expect(plans.undo(id).name).toBe('undo: Many');
  await idle(plans, plans.list().find(({ undoes }) => undoes === id)?.id ?? '');
  expect(plans.undo(id, 'As before').name).toBe('As before');
});
