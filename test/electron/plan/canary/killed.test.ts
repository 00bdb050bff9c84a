import { describe, expect, it } from 'vitest';
import { idOf, statesOf } from '../fleet-in-memory.ts';
import { deadWriter, openWatched } from './watched-fleet.ts';

const worse = () => ({ bytes: 40 });
const killed = { writer: deadWriter };
const never = new Promise<never>(() => undefined);

/** One that is worse, whose process is killed after so many seconds, and that another one takes over. */
async function killedAfter(seconds: number) {
  const fleet = openWatched(10, worse, killed);
  const { id } = await fleet.begin();
  await fleet.pass(seconds);
  const before = fleet.canaries.get(id);
  return { ...fleet, id, before, ...fleet.restart() };
}

describe('a canary whose process was killed', () => {
  it.each([0, 1, 2, 3, 5, 12, 25, 31, 32, 33, 34, 40])(
    'after %d seconds comes to the same',
    async (seconds) => {
      const { canaries, id, pass, plans, proxies, audit, faults } = await killedAfter(seconds);
      await pass(50);
      expect(canaries.get(id)).toMatchObject({ phase: 'over', outcome: 'reverted' });
      expect(statesOf(plans.get(id).steps)).toEqual([
        ...Array<string>(4).fill('waiting'),
        'reverted',
        ...Array<string>(5).fill('waiting'),
      ]);
      expect([...proxies.values()].every(({ transformation }) => transformation === null)).toBe(
        true,
      );
      expect(audit.ofPlan(id).map(({ outcome }) => outcome)).toEqual(['verified', 'verified']);
      expect(faults).toEqual([]);
    },
  );

  it('goes on with the hold where it was, from what the history has', async () => {
    const { canaries, id, pass, before } = await killedAfter(15);
    expect(canaries.get(id)).toMatchObject({ phase: 'holding', begunAnew: 0 });
    expect(canaries.get(id)?.held).toBeGreaterThan(0);
    expect(canaries.get(id)?.heldSince).toBe(before?.heldSince);
    await pass(25);
    expect(canaries.get(id)).toMatchObject({ outcome: 'reverted', begunAnew: 0 });
  });

  it('begins anew with the hold where nobody watched for too long', async () => {
    const fleet = openWatched(10, worse, killed);
    const { id } = await fleet.begin();
    await fleet.pass(15);
    fleet.canaries.close();
    fleet.clock.stall(600_000);
    const { canaries } = fleet.restart();
    expect(canaries.get(id)).toMatchObject({ phase: 'holding', held: 0, begunAnew: 1 });
    await fleet.pass(40);
    expect(canaries.get(id)).toMatchObject({ outcome: 'reverted', begunAnew: 1 });
  });

  it.each(['sent', 'applied'] as const)(
    'while its change was %s, has it all the same',
    async (how) => {
      const fleet = openWatched(10, worse, killed);
      const { id } = await fleet.begin({}, 20);
      const canary = fleet.proxies.get(idOf(4));
      if (canary === undefined) throw new Error('no canary');
      canary.before = (request) => {
        if (request !== 'set') return Promise.resolve();
        if (how === 'applied') canary.transformation = 'true';
        return never;
      };
      await fleet.pass(25);
      expect(fleet.plans.get(id).steps[4]?.state).toBe('running');
      canary.before = async () => undefined;
      const { canaries, plans } = fleet.restart();
      // What a console does when the proxy is ready.
      fleet.changes.disown();
      await fleet.changes.findOut(idOf(4));
      plans.takeOver();
      await fleet.pass(90);
      expect(canaries.get(id)?.phase).toBe('over');
      expect(canary.transformation).toBeNull();
      expect(fleet.audit.ofPlan(id).every(({ outcome }) => outcome !== 'begun')).toBe(true);
    },
  );
});

describe.each(['sent', 'applied'] as const)(
  'a change of a canary that was %s when its process was killed',
  (how) => {
    it.each([
      ['revert', 'reverted', 1],
      ['go-on', 'went-on', 10],
      ['leave', 'left', 1],
    ] as const)('meets the decision to %s at the next start', async (kind, outcome, changed) => {
      const fleet = openWatched(10, () => ({}), killed);
      const { id } = await fleet.begin({ whenFine: 'ask' });
      const canary = fleet.proxies.get(idOf(4));
      if (canary === undefined) throw new Error('no canary');
      canary.before = (request) => {
        if (request !== 'set') return Promise.resolve();
        if (how === 'applied') canary.transformation = 'true';
        return never;
      };
      await fleet.pass(3);
      expect(fleet.canaries.get(id)?.phase).toBe('changing');
      canary.before = async () => undefined;
      const { canaries, plans } = fleet.restart();
      expect(canaries.get(id)?.phase).toBe('changing');
      canaries.decide(id, { kind });
      fleet.changes.disown();
      await fleet.changes.findOut(idOf(4));
      plans.takeOver();
      await fleet.pass(90);
      expect(canaries.get(id)).toMatchObject({ phase: 'over', outcome, decidedBy: 'user' });
      const entries = fleet.audit.ofPlan(id);
      expect(new Set(entries.map(({ profileId }) => profileId)).size).toBe(changed);
      expect(entries.every((entry) => entry.outcome !== 'begun')).toBe(true);
      // What was only sent is not in force, and is not sent again.
      const wanted = kind === 'revert' ? 0 : changed - (how === 'sent' ? 1 : 0);
      const inForce = [...fleet.proxies.values()].filter((proxy) => proxy.transformation !== null);
      expect(inForce).toHaveLength(wanted);
      expect(plans.get(id).deeds.at(-1)?.kind).toBe(kind);
    });
  },
);

describe('a canary that another process watches', () => {
  it('is told of here, can be decided from here, and is free again at its end', async () => {
    const fleet = openWatched(10, () => ({}));
    const { id } = await fleet.begin({ whenFine: 'ask' });
    await fleet.pass(5);
    const here = fleet.beside();
    const told: string[] = [];
    here.canaries.changes.listen(({ canary }) => told.push(canary.phase));
    await fleet.pass(3);
    expect(here.canaries.get(id)).toMatchObject({ phase: 'holding' });
    expect(here.plans.get(id).busy).toBe('holding');
    here.canaries.decide(id, { kind: 'revert' });
    await fleet.pass(5);
    expect(fleet.canaries.get(id)).toMatchObject({ outcome: 'reverted', decidedBy: 'user' });
    expect(here.canaries.get(id)).toMatchObject({ outcome: 'reverted' });
    expect(here.plans.get(id).busy).toBe('no');
    expect(told).toContain('holding');
    expect(told.at(-1)).toBe('over');
  });
});
