import { describe, expect, it } from 'vitest';
import type { Planned } from '../../../shared/model/plan.ts';
import {
  goneWriter,
  idle,
  idOf,
  ids,
  openFleet,
  otherWriter,
  planned,
  planOf,
  statesOf,
  upper,
} from './fleet-in-memory.ts';

/** A plan that was read, and written. */
async function written(count: number, what: Planned = upper) {
  const fleet = await planned(count, what);
  await fleet.clock.advance(300);
  return fleet;
}

/** Lets the last proxy wait for its change until `release`; resolves once all others are changed. */
async function heldAtTheLast(fleet: Awaited<ReturnType<typeof written>>, by: string) {
  const { id, proxies, start } = fleet;
  const { plans } = start(by);
  const last = [...proxies.values()].at(-1);
  if (last === undefined) throw new Error('no proxy');
  const held = Promise.withResolvers<void>();
  last.before = (request) => (request === 'set' ? held.promise : Promise.resolve());
  plans.apply(id, {});
  while (plans.get(id).counts.done !== proxies.size - 1)
    await new Promise((resolve) => setImmediate(resolve));
  const release = async () => {
    held.resolve();
    await idle(plans, id);
  };
  return { plans, last, release };
}

describe('a plan that several processes work on', () => {
  it('is done once by two consoles that apply it at once', async () => {
    const fleet = await written(4, { setting: 'bufferSize', bytes: 8192 });
    await fleet.clock.advance(300);
    const { plans, id, proxies } = fleet;
    const other = fleet.start(otherWriter).plans;
    for (const proxy of proxies.values()) proxy.requests = 0;
    plans.apply(id, {});
    other.apply(id, {});
    await Promise.all([idle(plans, id), idle(other, id)]);
    expect([...proxies.values()].map(({ requests }) => requests)).toEqual([1, 1, 1, 1]);
  });

  it('is applied no more where another console removed it', async () => {
    const { plans, id, proxies, start, clock, database } = await written(2);
    await clock.advance(300);
    const other = start(otherWriter).plans;
    plans.remove(id);
    other.apply(id, {});
    expect(statesOf(await idle(other, id))).toEqual(['gone', 'gone']);
    expect([...proxies.values()].every(({ transformation }) => transformation === null)).toBe(true);
    expect(database.prepare('SELECT count(*) AS count FROM plan_step').get()).toEqual({ count: 0 });
  });

  it('shows what another one has under way, and what it came to', async () => {
    const fleet = await written(3);
    const { plans, id, clock } = fleet;
    const other = await heldAtTheLast(fleet, otherWriter);
    await clock.advance(300);
    plans.look();
    expect(plans.get(id)).toMatchObject({
      busy: 'no',
      elsewhere: 'applying',
      counts: { done: 2, running: 1 },
    });
    plans.takeOver();
    expect(plans.get(id).counts).toMatchObject({ running: 1 });
    await other.release();
    plans.look();
    expect(plans.get(id)).toMatchObject({ elsewhere: 'no', counts: { done: 3 } });
  });

  it('shows one that another made, and no longer one that it removed', async () => {
    const { plans, start, clock } = openFleet(2);
    const told: unknown[] = [];
    plans.changes.listen((change) => told.push(change));
    const other = start(otherWriter).plans;
    const { id } = other.create(planOf('Capitals', upper, ids(2)));
    await idle(other, id);
    await clock.advance(300);
    plans.look();
    expect(plans.list()).toMatchObject([{ id, name: 'Capitals', counts: { waiting: 2 } }]);
    other.remove(id);
    plans.look();
    expect(plans.list()).toEqual([]);
    expect(told.at(-1)).toEqual({ changed: [], removed: [id] });
  });

  it('is stopped by any of them', async () => {
    const fleet = await written(6);
    const { plans, id, proxies, start } = fleet;
    const other = start(otherWriter).plans;
    const held = Promise.withResolvers<void>();
    for (const proxy of proxies.values())
      proxy.before = (request) => (request === 'set' ? held.promise : Promise.resolve());
    other.apply(id, { concurrency: 2 });
    await new Promise((resolve) => setImmediate(resolve));
    await plans.stop(id, 'everywhere');
    held.resolve();
    expect(statesOf(await idle(other, id))).toEqual([
      'done',
      'done',
      ...Array<string>(4).fill('waiting'),
    ]);
    other.apply(id, {});
    expect(statesOf(await idle(other, id))).toEqual(Array(6).fill('done'));
  });

  it('keeps what one decided where another read again meanwhile', async () => {
    const fleet = await written(1);
    const { plans, id, proxies, start, clock } = fleet;
    const proxy = proxies.get(idOf(0));
    if (proxy === undefined) throw new Error('no proxy');
    const other = start(otherWriter).plans;
    const held = Promise.withResolvers<void>();
    proxy.before = () => held.promise;
    other.read(id);
    proxy.before = async () => undefined;
    plans.apply(id, {});
    expect(statesOf(await idle(plans, id))).toEqual(['done']);
    held.resolve();
    await idle(other, id);
    await clock.advance(300);
    expect(statesOf(other.get(id).steps)).toEqual(['done']);
    plans.look();
    expect(statesOf(plans.get(id).steps)).toEqual(['done']);
  });
});

describe('a plan whose process is no more', () => {
  it('is at the next start what the audit log says, also where that was not written', async () => {
    const fleet = await written(3);
    const gone = await heldAtTheLast(fleet, goneWriter);
    expect(statesOf(fleet.start().plans.get(fleet.id).steps)).toEqual(['done', 'done', 'unknown']);
    await gone.release();
  });

  it('is taken over by a console that runs, and goes on from what is true', async () => {
    const fleet = await written(3);
    const { plans, id, changes, proxies } = fleet;
    const gone = await heldAtTheLast(fleet, goneWriter);
    plans.look();
    plans.takeOver();
    expect(plans.get(id)).toMatchObject({
      elsewhere: 'no',
      counts: { done: 2, unknown: 1, running: 0 },
    });
    gone.last.before = async () => undefined;
    gone.last.transformation = 'rev';
    changes.disown();
    await changes.findOut(idOf(2));
    expect(plans.get(id).steps[2]).toMatchObject({
      state: 'conflict',
      error: { detail: { found: 'rev' } },
    });
    plans.apply(id, { kind: 'both' });
    expect(statesOf(await idle(plans, id))).toEqual(['done', 'done', 'conflict']);
    expect(proxies.get(idOf(2))?.transformation).toBe('rev');
    await gone.release();
  });
});
