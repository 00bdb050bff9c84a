import { afterEach, describe, expect, it } from 'vitest';
import { askedFrom } from '../../support/caller.ts';
import {
  idle,
  idOf,
  ids,
  openFleet,
  otherWriter,
  planned,
  planOf,
  upper,
} from './fleet-in-memory.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A plan of so many that was read, and ended after the test. */
async function readPlan(count: number) {
  const fleet = await planned(count);
  closing.push(() => fleet.plans.close());
  return fleet;
}

describe('what was done with a plan', () => {
  it('says who applied it, in which shell, and that it ended by itself, also after a restart', async () => {
    const { plans, id, start } = await readPlan(2);
    expect(plans.get(id).deeds).toEqual([]);
    askedFrom('Firefox 130', () => plans.apply(id, {}));
    await idle(plans, id);
    const deeds = plans.get(id).deeds;
    expect(deeds).toEqual([
      {
        kind: 'applied',
        at: expect.any(Number),
        actor: 'ana',
        shell: 'desktop',
        remote: 'Firefox 130',
        approved: false,
      },
      {
        kind: 'over',
        at: expect.any(Number),
        actor: null,
        shell: 'desktop',
        remote: null,
        approved: false,
      },
    ]);
    expect(start().plans.get(id).deeds).toEqual(deeds);
  });

  it('keeps nothing where there was nothing to do', async () => {
    const { plans, id } = await readPlan(2);
    plans.apply(id, {});
    await idle(plans, id);
    const { deeds } = plans.get(id);
    for (const kind of ['waiting', 'failed', 'both'] as const) {
      plans.apply(id, { kind });
      await idle(plans, id);
    }
    expect(plans.get(id).deeds).toEqual(deeds);
  });

  it('says who approved it, where guarded proxies were among its targets', async () => {
    const fleet = openFleet(2);
    closing.push(() => fleet.plans.close());
    for (const [id, profile] of fleet.profiles)
      fleet.profiles.set(id, { ...profile, environment: 'production' });
    const { id } = fleet.plans.create(planOf('Capitals', upper, ids(2)));
    await idle(fleet.plans, id);
    expect(() => fleet.plans.apply(id, { approval: 'no' })).toThrow();
    expect(fleet.plans.get(id).deeds).toEqual([]);
    fleet.plans.apply(id, { approval: 'Capitals 2' });
    await idle(fleet.plans, id);
    expect(fleet.plans.get(id).deeds.map(({ kind, approved }) => [kind, approved])).toEqual([
      ['applied', true],
      ['over', false],
    ]);
  });

  it('says who stopped it, and not that it ended by itself, and a plan at rest is not stopped', async () => {
    const { plans, id, proxies } = await readPlan(8);
    await askedFrom('Safari', () => plans.stop(id, 'everywhere'));
    expect(plans.get(id).deeds).toEqual([]);
    let stopping: Promise<void> | null = null;
    const first = proxies.get(idOf(0));
    if (first === undefined) throw new Error('there is no proxy');
    first.before = async (request) => {
      if (request === 'set') stopping = askedFrom('Safari', () => plans.stop(id, 'everywhere'));
    };
    plans.apply(id, { concurrency: 1 });
    await idle(plans, id);
    expect(stopping).not.toBeNull();
    const { deeds, counts } = plans.get(id);
    expect(deeds.map(({ kind, remote }) => [kind, remote])).toEqual([
      ['applied', null],
      ['stopped', 'Safari'],
    ]);
    expect(counts.waiting).toBe(7);
  });

  it('is seen by another process, and says which one was closed', async () => {
    const { plans, id, start, proxies } = await readPlan(4);
    const other = start(otherWriter);
    closing.push(() => other.plans.close());
    const first = proxies.get(idOf(0));
    if (first === undefined) throw new Error('there is no proxy');
    const reached = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    first.before = async (request) => {
      if (request !== 'set') return;
      reached.resolve();
      await release.promise;
    };
    plans.apply(id, { concurrency: 1 });
    await reached.promise;
    other.plans.look();
    expect(other.plans.get(id).deeds.map(({ kind }) => kind)).toEqual(['applied']);
    const closed = plans.close();
    release.resolve();
    await closed;
    other.plans.look();
    expect(other.plans.get(id).deeds.map(({ kind }) => kind)).toEqual(['applied', 'closed']);
  });

  it('comes back with a plan whose removal is taken back, and goes with it', async () => {
    const { plans, id, database } = await readPlan(1);
    plans.apply(id, {});
    await idle(plans, id);
    const { deeds } = plans.get(id);
    const kept = () => database.prepare('SELECT count(*) AS n FROM plan_deed').get()?.n;
    plans.remove(id);
    expect(kept()).toBe(0);
    plans.restore(id);
    expect(plans.get(id).deeds).toEqual(deeds);
    expect(kept()).toBe(2);
  });
});
