import { expect, it } from 'vitest';
import { idle, idOf, openFleet, planOf, upper } from './fleet-in-memory.ts';

it('is in the audit log with the browser that had a plan applied, and with none where a window of the app had', async () => {
  const { plans, audit } = openFleet(2);
  const { id } = plans.create(planOf('From afar', upper, [idOf(0), idOf(1)]));
  await idle(plans, id);
  plans.apply(id, { remote: 'Firefox 130' });
  await idle(plans, id);
  expect(audit.ofPlan(id).map(({ remote }) => remote)).toEqual(['Firefox 130', 'Firefox 130']);
  const back = plans.undo(id);
  await idle(plans, back.id);
  plans.apply(back.id, {});
  await idle(plans, back.id);
  expect(audit.ofPlan(back.id).map(({ remote }) => remote)).toEqual([null, null]);
});
