import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors.ts';
import { approvalOf } from '../../../shared/model/plan.ts';
import { someError } from '../../support/facts.ts';
import { idle, idOf, ids, openFleet, planned, planOf, statesOf, upper } from './fleet-in-memory.ts';

describe('a plan', () => {
  it('says of each target what is in force, what has it already, and what cannot be asked', async () => {
    const { plans, proxies } = openFleet(3);
    const [first, second, third] = [...proxies.values()];
    if (!first || !second || !third) throw new Error('three proxies');
    first.transformation = 'rev';
    second.transformation = 'tr a-z A-Z';
    third.reachable = false;
    const { id } = plans.create(planOf('Capitals', upper, [...ids(3), idOf(0)]));
    expect(await idle(plans, id)).toMatchObject([
      { profileName: 'mail-0', state: 'waiting', seen: { value: 'rev' } },
      { profileName: 'mail-1', state: 'right', seen: { value: 'tr a-z A-Z' } },
      { profileName: 'mail-2', state: 'unreachable', error: { code: 'not-connected' } },
    ]);
    expect(plans.list()).toMatchObject([
      { id, name: 'Capitals', busy: 'no', counts: { waiting: 1, right: 1, unreachable: 1 } },
    ]);
  });

  it('changes what waits, verified, with an entry of the audit log that names the plan', async () => {
    const { plans, id, proxies, audit } = await planned(5);
    plans.apply(id, {});
    const steps = await idle(plans, id);
    expect(statesOf(steps)).toEqual(Array(5).fill('done'));
    for (const { transformation } of proxies.values()) expect(transformation).toBe('tr a-z A-Z');
    expect(audit.ofPlan(id).map(({ outcome }) => outcome)).toEqual(Array(5).fill('verified'));
    expect(steps.map(({ auditId }) => auditId)).toEqual(audit.ofPlan(id).map((entry) => entry.id));
  });

  it('changes so many at once, and no more', async () => {
    const { plans, id, proxies } = await planned(12);
    let now = 0;
    let most = 0;
    for (const proxy of proxies.values()) {
      proxy.before = async (request) => {
        if (request !== 'set') return;
        most = Math.max(most, ++now);
        await new Promise((resolve) => setImmediate(resolve));
        now--;
      };
    }
    plans.apply(id, { concurrency: 3 });
    await idle(plans, id);
    expect(most).toBe(3);
  });

  it('writes nothing where another value is in force than the one it has seen, until that was looked at', async () => {
    const { plans, id, proxies } = await planned(2);
    const proxy = proxies.get(idOf(0));
    if (proxy === undefined) throw new Error('no proxy');
    proxy.transformation = 'rev';
    plans.apply(id, {});
    expect(await idle(plans, id)).toMatchObject([
      { state: 'conflict', error: { code: 'not-as-expected', detail: { found: 'rev' } } },
      { state: 'done' },
    ]);
    expect(proxy.transformation).toBe('rev');
    plans.apply(id, {});
    expect(statesOf(await idle(plans, id))).toEqual(['conflict', 'done']);
    plans.read(id);
    expect(statesOf(await idle(plans, id))).toEqual(['conflict', 'done']);
    plans.decide(id, 'take', null);
    expect(plans.get(id).steps).toMatchObject([
      { state: 'waiting', seen: { value: 'rev' }, error: null },
      { state: 'done' },
    ]);
    plans.apply(id, {});
    expect(statesOf(await idle(plans, id))).toEqual(['done', 'done']);
  });

  it('leaves what was found where that is decided, for one or for all, and takes it after all', async () => {
    const { plans, id, proxies } = await planned(3);
    for (const proxy of proxies.values()) proxy.transformation = 'rev';
    plans.apply(id, {});
    expect(statesOf(await idle(plans, id))).toEqual(['conflict', 'conflict', 'conflict']);
    plans.decide(id, 'leave', [idOf(1)]);
    plans.decide(id, 'take', null);
    expect(statesOf(plans.get(id).steps)).toEqual(['waiting', 'left', 'waiting']);
    plans.read(id);
    plans.stop(id, 'everywhere');
    await idle(plans, id);
    plans.apply(id, { kind: 'both' });
    expect(statesOf(await idle(plans, id))).toEqual(['done', 'left', 'done']);
    expect(proxies.get(idOf(1))?.transformation).toBe('rev');
    plans.decide(id, 'take', [idOf(1)]);
    plans.apply(id, {});
    expect(statesOf(await idle(plans, id))).toEqual(['done', 'done', 'done']);
  });

  it('is right where another has set what is wanted meanwhile', async () => {
    const { plans, id, proxies } = await planned(1);
    for (const proxy of proxies.values()) proxy.transformation = 'tr a-z A-Z';
    plans.apply(id, {});
    expect(await idle(plans, id)).toMatchObject([{ state: 'right', error: null }]);
  });

  it('tries again only what failed, from the value that was seen', async () => {
    const { plans, id, proxies } = await planned(4);
    const [refusing, unreachable, changed] = [...proxies.values()];
    if (!refusing || !unreachable || !changed) throw new Error('no proxies');
    let sets = 0;
    refusing.before = async (request) => {
      if (request === 'set' && sets++ === 0) throw someError('server-error');
    };
    unreachable.reachable = false;
    changed.reachable = false;
    plans.apply(id, {});
    expect(statesOf(await idle(plans, id))).toEqual([
      'failed',
      'unreachable',
      'unreachable',
      'done',
    ]);
    unreachable.reachable = true;
    changed.reachable = true;
    changed.transformation = 'rev';
    plans.apply(id, { kind: 'failed' });
    expect(statesOf(await idle(plans, id))).toEqual(['done', 'done', 'conflict', 'done']);
    expect(changed.transformation).toBe('rev');
  });

  it('takes one whose session a reading beside it ended for not reached, and claims nothing of the network', async () => {
    const { plans, id, proxies, audit } = await planned(1);
    const [silent] = [...proxies.values()];
    if (!silent) throw new Error('no proxy');
    silent.before = async () => {
      throw new AppError('reply-timeout', {
        case: 'request',
        where: 'mail-0',
        command: 'concurrentConnections',
        timeoutMs: 5000,
        unacknowledged: true,
      });
    };
    plans.apply(id, {});
    expect(await idle(plans, id)).toMatchObject([
      {
        state: 'unreachable',
        error: { code: 'not-connected', detail: { case: 'session', where: 'mail-0' } },
      },
    ]);
    expect(audit.ofPlan(id)).toEqual([]);
  });

  it('changes none whose value nobody has looked at', async () => {
    const fleet = openFleet(1);
    const proxy = fleet.proxies.get(idOf(0));
    if (proxy === undefined) throw new Error('no proxy');
    proxy.reachable = false;
    const { id } = fleet.plans.create(planOf('Capitals', upper, ids(1)));
    expect(statesOf(await idle(fleet.plans, id))).toEqual(['unreachable']);
    proxy.reachable = true;
    proxy.transformation = 'rev';
    fleet.plans.apply(id, { kind: 'both' });
    expect(await idle(fleet.plans, id)).toMatchObject([
      { state: 'waiting', seen: { value: 'rev' } },
    ]);
    fleet.plans.apply(id, { kind: 'both' });
    expect(statesOf(await idle(fleet.plans, id))).toEqual(['done']);
  });

  it('goes on where one is refused, gone or cannot be reached', async () => {
    const { plans, id, proxies, profiles } = await planned(4);
    const [refusing, unreachable] = [...proxies.values()];
    if (!refusing || !unreachable) throw new Error('no proxies');
    refusing.before = async (request) => {
      if (request === 'set') throw someError('server-error');
    };
    unreachable.reachable = false;
    profiles.delete(idOf(2));
    plans.apply(id, {});
    expect(await idle(plans, id)).toMatchObject([
      { state: 'failed', error: { code: 'server-error' } },
      { state: 'unreachable', auditId: null },
      { state: 'gone' },
      { state: 'done' },
    ]);
  });

  it('stops when what is under way has ended, and goes on from there', async () => {
    const { plans, id, proxies } = await planned(6);
    const held = Promise.withResolvers<void>();
    for (const proxy of proxies.values()) {
      proxy.before = (request) => (request === 'set' ? held.promise : Promise.resolve());
    }
    plans.apply(id, { concurrency: 2 });
    expect(() => plans.apply(id, {})).toThrow(expect.objectContaining({ code: 'unsupported' }));
    const stopped = plans.stop(id, 'everywhere');
    held.resolve();
    await stopped;
    expect(statesOf(plans.get(id).steps)).toEqual([
      'done',
      'done',
      ...Array<string>(4).fill('waiting'),
    ]);
    plans.apply(id, {});
    expect(statesOf(await idle(plans, id))).toEqual(Array(6).fill('done'));
  });

  it('wants its name and the number of its targets typed where one is of production', async () => {
    const { plans, id, profiles, proxies } = await planned(3);
    const profile = profiles.get(idOf(1));
    if (profile === undefined) throw new Error('no profile');
    profiles.set(profile.id, { ...profile, environment: 'production' });
    plans.read(id);
    await idle(plans, id);
    for (const approval of [undefined, 'Capitals', 'Capitals 2', 'mail-1'])
      expect(() => plans.apply(id, { approval })).toThrow(
        expect.objectContaining({ code: 'confirmation-needed' }),
      );
    expect([...proxies.values()].every(({ transformation }) => transformation === null)).toBe(true);
    plans.apply(id, { approval: approvalOf(plans.get(id)) });
    expect(statesOf(await idle(plans, id))).toEqual(['done', 'done', 'done']);
  });

  it('changes none that became of production after it was approved without', async () => {
    const { plans, id, profiles, proxies } = await planned(1);
    const profile = profiles.get(idOf(0));
    if (profile === undefined) throw new Error('no profile');
    profiles.set(profile.id, { ...profile, environment: 'production' });
    plans.apply(id, {});
    expect(await idle(plans, id)).toMatchObject([
      { state: 'failed', error: { code: 'read-only' } },
    ]);
    expect(proxies.get(idOf(0))?.transformation).toBeNull();
  });

  it('is there again at the next start, and forgotten when it is removed', async () => {
    const { plans, id, start } = await planned(2);
    const before = plans.get(id);
    expect(start().plans.get(id)).toEqual(before);
    plans.remove(id);
    expect(plans.list()).toEqual([]);
    expect(start().plans.list()).toEqual([]);
    expect(() => plans.get(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('writes with the next what could not be written', async () => {
    const { plans, id, start, clock, database } = await planned(2);
    await clock.advance(300);
    database.exec(
      "CREATE TRIGGER full BEFORE UPDATE OF step ON plan_step WHEN new.step LIKE '%\"done\"%' BEGIN SELECT RAISE(FAIL, 'full'); END",
    );
    plans.apply(id, {});
    await idle(plans, id);
    database.exec('DROP TRIGGER full');
    plans.read(id);
    await idle(plans, id);
    database.exec('DELETE FROM audit');
    expect(statesOf(start().plans.get(id).steps)).toEqual(['done', 'done']);
  });

  it('tells of the steps that changed, in lots', async () => {
    const { plans, id, clock } = await planned(3);
    await clock.advance(300);
    const told: number[] = [];
    plans.steps.listen(({ summary, steps }) => {
      if (summary.id === id) told.push(steps.length);
    });
    plans.apply(id, {});
    await idle(plans, id);
    expect(told).toEqual([3]);
  });
});

describe('a step of which nobody knows what it came to', () => {
  async function cutOff(applied: boolean) {
    const fleet = await planned(1);
    const proxy = fleet.proxies.get(idOf(0));
    if (proxy === undefined) throw new Error('no proxy');
    proxy.before = async (request) => {
      if (request !== 'set') return;
      if (applied) proxy.transformation = 'tr a-z A-Z';
      throw someError('association-lost');
    };
    fleet.plans.apply(fleet.id, {});
    expect(await idle(fleet.plans, fleet.id)).toMatchObject([
      { state: 'unknown', error: { code: 'outcome-unknown' } },
    ]);
    proxy.before = async () => undefined;
    return fleet;
  }

  it('is done where it is found in force', async () => {
    const { plans, id, changes } = await cutOff(true);
    await changes.findOut(idOf(0));
    expect(plans.get(id).steps).toMatchObject([{ state: 'done', error: null }]);
  });

  it('waits where it is not, with what is in force', async () => {
    const { plans, id, changes } = await cutOff(false);
    await changes.findOut(idOf(0));
    expect(plans.get(id).steps).toMatchObject([{ state: 'waiting', seen: { value: null } }]);
    plans.apply(id, {});
    expect(statesOf(await idle(plans, id))).toEqual(['done']);
  });

  it('is what the audit log says at the next start', async () => {
    const { id, changes, start } = await cutOff(true);
    await changes.findOut(idOf(0));
    expect(start().plans.get(id).steps).toMatchObject([{ state: 'done' }]);
  });
});
