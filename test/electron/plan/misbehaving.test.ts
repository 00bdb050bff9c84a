import { expect, it } from 'vitest';
import { someError } from '../../support/facts.ts';
import { type FakeProxy, idle, idOf, openFleet, planOf } from './fleet-in-memory.ts';

it('says of each proxy what it came to where one applies something else, one is slow and one restarts in the middle', async () => {
  const { plans, proxies, audit } = openFleet(4);
  const [other, slow, restarting] = [...proxies.values()] as [FakeProxy, FakeProxy, FakeProxy];
  const ids = [...proxies.keys()];
  const { id } = plans.create(
    planOf('Capitals', { setting: 'transformation', next: 'tr a-z A-Z' }, ids),
  );
  await idle(plans, id);
  let wasSet = false;
  other.before = async (request) => {
    if (request === 'set') wasSet = true;
    // It answered OK.
    else if (wasSet) other.transformation = 'rev';
  };
  slow.before = () => new Promise((resolve) => void setTimeout(resolve, 50));
  let restarted = false;
  restarting.before = async (request) => {
    if (request === 'set') restarted = true;
    else if (restarted) throw someError('association-lost');
  };
  plans.apply(id, { concurrency: 4 });
  expect(await idle(plans, id)).toMatchObject([
    {
      state: 'failed',
      seen: { value: 'rev' },
      error: {
        code: 'not-as-expected',
        detail: { case: 'read-back', expected: 'tr a-z A-Z', found: 'rev' },
      },
    },
    { state: 'done' },
    { state: 'unknown', error: { code: 'outcome-unknown' } },
    { state: 'done' },
  ]);
  const outcomes = audit.ofPlan(id).map(({ profileId, outcome }) => [profileId, outcome] as const);
  expect(Object.fromEntries(outcomes)).toEqual({
    [idOf(0)]: 'mismatch',
    [idOf(1)]: 'verified',
    [idOf(2)]: 'failed',
    [idOf(3)]: 'verified',
  });
  restarting.before = async () => undefined;
  // It came back with what it starts with.
  restarting.transformation = null;
  plans.apply(id, { kind: 'both' });
  expect((await idle(plans, id))[2]).toMatchObject({ state: 'done' });
  expect(restarting.transformation).toBe('tr a-z A-Z');
});
