import { expect, it } from 'vitest';
import { onWordOf } from '../../../electron/base/asked-by.ts';
import { idle, idOf, openFleet, planOf, upper } from './fleet-in-memory.ts';

it('is in the audit log, and in the plan, with who had it made and applied, and from where', async () => {
  const { plans, audit } = openFleet(2);
  const ben = { actor: 'ben', remote: 'ben@192.0.2.1', shell: 'cli' } as const;
  const { id } = onWordOf(ben, () => plans.create(planOf('From afar', upper, [idOf(0), idOf(1)])));
  await idle(plans, id);
  onWordOf({ ...ben, actor: 'eva' }, () => plans.apply(id, {}));
  await idle(plans, id);
  expect(plans.get(id).actor).toBe('ben');
  expect(audit.ofPlan(id)).toMatchObject(
    Array(2).fill({ actor: 'eva', remote: 'ben@192.0.2.1', shell: 'cli' }),
  );
  expect(plans.get(id).deeds[0]).toMatchObject({ actor: 'eva', shell: 'cli' });
  const back = plans.undo(id);
  await idle(plans, back.id);
  plans.apply(back.id, {});
  await idle(plans, back.id);
  expect(audit.ofPlan(back.id)).toMatchObject(
    Array(2).fill({ actor: 'ana', remote: null, shell: 'desktop' }),
  );
});
