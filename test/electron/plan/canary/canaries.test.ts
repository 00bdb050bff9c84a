import { describe, expect, it } from 'vitest';
import { type FakeProxy, idOf, statesOf } from '../fleet-in-memory.ts';
import { openWatched } from './watched-fleet.ts';

const worse = () => ({ bytes: 40 });
const same = () => ({});
/** It cannot be reached once it is changed. */
const falls = () => {
  let fallen = false;
  return (proxy: FakeProxy) => {
    if (!fallen) proxy.reachable = false;
    fallen = true;
    return {};
  };
};

describe('a canary that is fine', () => {
  it('is changed alone, held, and followed by the rest', async () => {
    const { begin, pass, plans, canaries, proxies, events, watching } = openWatched(10, same);
    const { id } = await begin();
    await pass(5);
    expect(canaries.get(id)).toMatchObject({
      phase: 'holding',
      canaries: [{ name: 'mail-4' }],
      choice: { case: 'named' },
    });
    expect(watching().sort()).toEqual([...proxies.keys()].sort());
    expect([...proxies.values()].filter((proxy) => proxy.transformation !== null)).toHaveLength(1);
    expect(plans.get(id)).toMatchObject({ busy: 'holding' });
    for (const deed of [plans.read, plans.remove, plans.undo, () => plans.apply(id, {})])
      expect(() => deed(id)).toThrow(expect.objectContaining({ code: 'unsupported' }));
    await pass(35);
    expect(canaries.get(id)).toMatchObject({
      phase: 'over',
      outcome: 'went-on',
      verdict: 'fine',
      decidedBy: 'verdict',
    });
    expect(statesOf(plans.get(id).steps)).toEqual(Array(10).fill('done'));
    expect(plans.get(id).busy).toBe('no');
    expect(watching()).toEqual([]);
    expect(events.map(({ kind }) => kind)).toEqual(['canary-started', 'canary-fine']);
  });

  it('waits for a decision where that is asked for', async () => {
    const { begin, pass, plans, canaries } = openWatched(10, same);
    const { id } = await begin({ whenFine: 'ask' });
    await pass(60);
    expect(canaries.get(id)).toMatchObject({ phase: 'asking', verdict: 'fine' });
    expect(plans.get(id)).toMatchObject({ busy: 'holding', asks: true });
    canaries.decide(id, { kind: 'go-on' });
    await pass(3);
    expect(plans.get(id)).toMatchObject({ busy: 'no', asks: false });
    expect(canaries.get(id)).toMatchObject({ outcome: 'went-on', decidedBy: 'user' });
    expect(statesOf(plans.get(id).steps)).toEqual(Array(10).fill('done'));
  });

  it('is held for so many readings', async () => {
    const { begin, pass, canaries } = openWatched(10, same);
    const { id } = await begin({ hold: { kind: 'polls', count: 20 } });
    await pass(15);
    expect(canaries.get(id)?.phase).toBe('holding');
    await pass(15);
    expect(canaries.get(id)).toMatchObject({ outcome: 'went-on', held: expect.any(Number) });
  });
});

describe('a canary that is worse', () => {
  it('is taken back by itself, with entries that name the plan, and nothing else is changed', async () => {
    const { begin, pass, plans, canaries, proxies, events, audit } = openWatched(10, worse);
    const { id } = await begin({ share: { kind: 'percent', percent: 15 } });
    await pass(45);
    expect(canaries.get(id)).toMatchObject({
      phase: 'over',
      outcome: 'reverted',
      verdict: 'worse',
      decidedBy: 'verdict',
    });
    expect([...proxies.values()].every(({ transformation }) => transformation === null)).toBe(true);
    const states = statesOf(plans.get(id).steps);
    expect(states.filter((state) => state === 'reverted')).toHaveLength(2);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(8);
    const [made, , back] = audit.ofPlan(id);
    expect(audit.ofPlan(id)).toHaveLength(4);
    expect(back).toMatchObject({
      requested: null,
      outcome: 'verified',
      undoes: expect.any(Number),
      plan: id,
    });
    expect(made).toMatchObject({ requested: 'true', outcome: 'verified' });
    expect(audit.verify()).toMatchObject({ whole: true });
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['canary-started', 'canary-started', 'canary-worse', 'canary-worse'],
      ...['canary-reverted', 'canary-reverted'],
    ]);
    expect(events[2]?.detail).toMatchObject({ plan: 'Quiet', because: ['bytesPerAccess'] });
  });

  it('can be planned again, and a plan that takes back leaves out what was taken back', async () => {
    const { begin, pass, plans } = openWatched(10, worse);
    const { id } = await begin();
    await pass(45);
    expect(() => plans.undo(id)).toThrow(expect.objectContaining({ code: 'unsupported' }));
    plans.read(id);
    await pass(1);
    expect(statesOf(plans.get(id).steps)).toEqual(Array(10).fill('waiting'));
  });

  it('is taken back at once where it fell silent, as soon as it can be reached', async () => {
    const { begin, pass, plans, canaries, proxies } = openWatched(10, falls());
    const { id } = await begin();
    await pass(22);
    expect(canaries.get(id)).toMatchObject({ phase: 'reverting', verdict: 'worse' });
    expect(canaries.get(id)?.reports[0]?.session.why).toBe('silent');
    const canary = proxies.get(idOf(4));
    if (canary === undefined) throw new Error('no canary');
    await pass(30);
    expect(canaries.get(id)?.phase).toBe('reverting');
    canary.reachable = true;
    await pass(2);
    expect(canaries.get(id)).toMatchObject({ phase: 'over', outcome: 'reverted' });
    expect(canary.transformation).toBeNull();
    expect(plans.get(id).counts.reverted).toBe(1);
  });

  it('is left where nobody wants to wait for it any more', async () => {
    const { begin, pass, canaries, proxies } = openWatched(10, falls());
    const { id } = await begin();
    await pass(30);
    canaries.decide(id, { kind: 'leave' });
    expect(canaries.get(id)).toMatchObject({ outcome: 'left', decidedBy: 'user' });
    expect(proxies.get(idOf(4))?.transformation).toBe('true');
  });

  it('is not overwritten where somebody else changed it meanwhile', async () => {
    const { begin, pass, plans, canaries, proxies } = openWatched(10, worse);
    const { id } = await begin();
    await pass(10);
    const canary = proxies.get(idOf(4));
    if (canary === undefined) throw new Error('no canary');
    canary.transformation = 'rev';
    await pass(40);
    expect(canaries.get(id)).toMatchObject({ phase: 'over', outcome: 'left', verdict: 'worse' });
    expect(canary.transformation).toBe('rev');
    expect(plans.get(id).steps[4]).toMatchObject({
      state: 'conflict',
      error: { code: 'not-as-expected', detail: { found: 'rev' } },
    });
  });

  it('is set back to the buffer size that was set from here, and is told before where none was', async () => {
    const size = { setting: 'bufferSize', bytes: 64 } as const;
    const { begin, pass, canaries, changes, proxies } = openWatched(
      10,
      (proxy) => (proxy.bufferSize === 64 ? { roundTripMs: 90 } : {}),
      { planned: size },
    );
    await changes.bufferSize({ id: idOf(4), bytes: 4096 });
    const { id, canary } = await begin();
    expect(canary.notRevertible).toBe(0);
    await pass(45);
    expect(canaries.get(id)).toMatchObject({ outcome: 'reverted' });
    expect(proxies.get(idOf(4))?.bufferSize).toBe(4096);

    const unknown = openWatched(10, () => ({ roundTripMs: 90 }), { planned: size });
    const begun = await unknown.begin();
    expect(begun.canary.notRevertible).toBe(1);
    await unknown.pass(45);
    expect(unknown.canaries.get(begun.id)).toMatchObject({ outcome: 'left', verdict: 'worse' });
  });

  it('is left as it is where somebody would take it back and that cannot be, and the record says so', async () => {
    const planned = { setting: 'bufferSize', bytes: 65_536 } as const;
    const { begin, pass, canaries, plans } = openWatched(3, same, { planned });
    const { id } = await begin({ share: { kind: 'one', id: null } });
    await pass(5);
    expect(canaries.get(id)).toMatchObject({ phase: 'holding', notRevertible: 1 });
    canaries.decide(id, { kind: 'revert' });
    expect(canaries.get(id)).toMatchObject({ outcome: 'left', decidedBy: 'user' });
    expect(plans.get(id).deeds.map(({ kind }) => kind)).toEqual(['canary', 'leave']);
  });
});

describe('a canary without a verdict', () => {
  it('waits for a decision, which may be to hold longer, or to take back', async () => {
    const { begin, pass, canaries, proxies } = openWatched(3, same);
    const { id } = await begin({ share: { kind: 'one', id: null } });
    await pass(40);
    expect(canaries.get(id)).toMatchObject({ phase: 'asking', verdict: 'unclear' });
    canaries.decide(id, { kind: 'longer', hold: { kind: 'time', ms: 20_000 } });
    await pass(10);
    expect(canaries.get(id)).toMatchObject({ phase: 'holding' });
    await pass(15);
    expect(canaries.get(id)).toMatchObject({ phase: 'asking' });
    canaries.decide(id, { kind: 'revert' });
    await pass(2);
    expect(canaries.get(id)).toMatchObject({ outcome: 'reverted', decidedBy: 'user' });
    expect([...proxies.values()].every(({ transformation }) => transformation === null)).toBe(true);
    expect(() => canaries.decide(id, { kind: 'go-on' })).toThrow(
      expect.objectContaining({ code: 'unsupported' }),
    );
  });

  it('is held anew where nobody watched for too long, and needs a decision where that happens again and again', async () => {
    const { begin, pass, canaries, clock } = openWatched(10, same);
    const { id } = await begin();
    await pass(20);
    for (let time = 1; time <= 3; time++) {
      clock.stall(120_000);
      await pass(3);
      expect(canaries.get(id)).toMatchObject({ phase: 'holding', begunAnew: time });
    }
    clock.jumpWall(3_600_000);
    await pass(3);
    expect(canaries.get(id)?.phase).toBe('asking');
  });
});

describe('a canary at its beginning', () => {
  it('measures how things are where that is not known', async () => {
    const { begin, pass, canaries, proxies } = openWatched(10, same);
    const told: (number | string)[] = [];
    canaries.changes.listen(({ canary }) => told.push(canary.phase, canary.held));
    const { id } = await begin({}, 0);
    expect(told.slice(-2)).toEqual(['measuring', 0]);
    await pass(10);
    expect(canaries.get(id)).toMatchObject({ phase: 'measuring' });
    expect(told.at(-1)).toBeGreaterThan(5000);
    expect(canaries.get(id)?.wanted).toBeGreaterThan(told.at(-1) as number);
    expect([...proxies.values()].every(({ transformation }) => transformation === null)).toBe(true);
    await pass(30);
    expect(canaries.get(id)).toMatchObject({ phase: 'holding' });
    await pass(40);
    expect(canaries.get(id)).toMatchObject({ outcome: 'went-on' });
  });

  it('is ended with nothing changed', async () => {
    const { begin, pass, canaries, plans } = openWatched(10, same);
    const { id } = await begin({}, 0);
    await pass(5);
    canaries.decide(id, { kind: 'revert' });
    expect(canaries.get(id)).toMatchObject({ outcome: 'ended' });
    expect(statesOf(plans.get(id).steps)).toEqual(Array(10).fill('waiting'));
  });

  it('ends where the canary could not be changed', async () => {
    const { begin, pass, canaries, proxies, plans } = openWatched(10, same);
    const canary = proxies.get(idOf(4));
    if (canary === undefined) throw new Error('no canary');
    const { id } = await begin({}, 20);
    canary.transformation = 'rev';
    await pass(60);
    expect(canaries.get(id)).toMatchObject({ phase: 'over', outcome: 'ended' });
    expect(plans.get(id).counts).toMatchObject({ conflict: 1, waiting: 9 });
  });

  it('wants others to compare with, its approval, and a target that waits', async () => {
    const lonely = openWatched(1, same);
    await expect(lonely.begin({ share: { kind: 'one', id: null } })).rejects.toMatchObject({
      code: 'unsupported',
      detail: { case: 'canary-needs-others' },
    });
    const fleet = openWatched(5, same);
    await expect(fleet.begin({ share: { kind: 'one', id: idOf(9) } })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is approved once for production, for both stages and for taking back', async () => {
    const { begin, pass, canaries, profiles, proxies } = openWatched(10, worse);
    for (const [id, profile] of profiles)
      profiles.set(id, { ...profile, environment: 'production' });
    const { id } = await begin();
    expect(() => canaries.start(id, {} as never, {})).toThrow();
    await pass(45);
    expect(canaries.get(id)).toMatchObject({ outcome: 'reverted' });
    expect(proxies.get(idOf(4))?.transformation).toBeNull();
  });
});
