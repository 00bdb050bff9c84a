import { expect, it } from 'vitest';
import { stepsBack } from '../../../electron/plan/undo-plan.ts';
import { idle, idOf, openFleet, planOf } from './fleet-in-memory.ts';

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
