import { describe, expect, it } from 'vitest';
import type { FleetFrame } from '../../../shared/model/fleet-frame.ts';
import { unknownCount } from '../../../shared/model/open-count.ts';
import { connected, createMemoryFleet, profileOf } from './memory-fleet.ts';

const one = profileOf(1);
const { id } = one;

/** When what a frame holds was read. */
const timesOf = ({ points, readings }: FleetFrame): readonly number[] => [
  ...points.flatMap(({ at }) => at),
  ...(readings?.at ?? []),
];

describe('a fleet', () => {
  const profiles = Array.from({ length: 100 }, (_, n) => profileOf(n + 1));

  it('opens only so many associations at once to one host', async () => {
    const fleet = createMemoryFleet();
    fleet.monitor.setProfiles(profiles);
    for (let i = 0; i < 20; i++) await fleet.clock.advance(0);
    expect(fleet.mostHandshakes()).toBe(16);
    expect(fleet.kinds(profileOf(100).id)).toEqual(['connected']);
  });

  it('opens as many as there are hosts', async () => {
    const fleet = createMemoryFleet();
    const elsewhere = profiles.map((profile, n) => ({ ...profile, host: `h${n}.test` }));
    fleet.monitor.setProfiles(elsewhere.slice(0, 40));
    await fleet.clock.advance(0);
    expect(fleet.mostHandshakes()).toBe(40);
  });

  it('takes up thousands some at a time, each at once where it is asked for, and tells when all are there', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => profileOf(n + 1, { host: `h${n}.test` }));
    let complete = 0;
    const { monitor, clock, proxy } = createMemoryFleet({ onComplete: () => complete++ });
    monitor.setProfiles(many);
    const begun = monitor.settings().length;
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThan(200);
    const last = many.at(-1)?.id ?? '';
    expect(monitor.stateOf(last)).toBe('connecting');
    expect(monitor.settings()).toHaveLength(begun + 1);
    const removed = many[998]?.id ?? '';
    monitor.setProfiles(many.filter(({ id }) => id !== removed));
    expect(complete).toBe(0);
    await clock.advance(1000);
    expect(complete).toBe(1);
    expect(monitor.settings()).toHaveLength(999);
    expect(monitor.stateOf(removed)).toBeUndefined();
    expect(new Set(monitor.settings().map(({ state }) => state.kind))).toEqual(new Set(['ready']));
    expect(proxy(last).opened).toBe(1);
  });

  it('answers for all in one turn without taking them up', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => profileOf(n + 1, { host: `h${n}.test` }));
    let read = 0;
    const openCount = { ...unknownCount, accesses: 5 };
    const { monitor, clock } = createMemoryFleet({
      lastKnownOf() {
        read++;
        const transformation = { value: 'tac', at: 5 };
        return { metrics: null, transformation, openCount, oneByOneSince: null };
      },
    });
    monitor.setProfiles(many);
    const begun = monitor.settings().length;
    const readBefore = read;
    const asked = many.map(({ id: each }) => monitor.settingsOf(each));
    const settings = { transformation: null, bufferSize: null };
    expect(asked.at(-1)).toEqual({ id: many.at(-1)?.id, state: { kind: 'off' }, settings });
    expect(read).toBe(readBefore);
    expect(monitor.openCountOf(many.at(-1)?.id ?? '')).toEqual(openCount);
    expect(monitor.settingsOf(profileOf(1001).id)).toBeUndefined();
    expect(monitor.settings()).toHaveLength(begun);
    await clock.advance(1000);
    expect(monitor.settingsOf(many.at(-1)?.id ?? '')?.state.kind).toBe('ready');
  });

  it('tells that all are there also where none is new, and where the last that were awaited are removed', () => {
    let complete = 0;
    const { monitor } = createMemoryFleet({ onComplete: () => complete++ });
    monitor.setProfiles([]);
    expect(complete).toBe(1);
    const many = Array.from({ length: 1000 }, (_, n) => profileOf(n + 1));
    monitor.setProfiles(many);
    expect(complete).toBe(1);
    monitor.setProfiles(many.slice(0, 3));
    expect(complete).toBe(2);
    monitor.setProfiles(many.slice(0, 5));
    expect(complete).toBe(3);
  });

  it('takes up no more once it is closed', async () => {
    const { monitor, clock } = createMemoryFleet();
    monitor.setProfiles(Array.from({ length: 500 }, (_, n) => profileOf(n + 1)));
    await monitor.close();
    await clock.advance(1000);
    expect(monitor.settings()).toEqual([]);
    expect(clock.timers).toBe(0);
  });

  it('tries those that wait some at a time', async () => {
    const many = Array.from({ length: 300 }, (_, n) => profileOf(n + 1, { host: `h${n}.test` }));
    const { monitor, clock, proxy } = createMemoryFleet();
    for (const { id } of many) proxy(id).running = false;
    monitor.setProfiles(many);
    await clock.advance(500);
    const kinds = () => many.map(({ id }) => monitor.stateOf(id));
    expect(new Set(kinds())).toEqual(new Set(['waiting']));
    monitor.probe();
    const tried = kinds().filter((kind) => kind === 'connecting').length;
    expect(tried).toBeGreaterThan(0);
    expect(tried).toBeLessThan(200);
    for (const { id } of many) proxy(id).running = true;
    await clock.advance(0);
    expect(new Set(kinds())).toEqual(new Set(['ready']));
  });

  it('spreads its polls over the interval', async () => {
    const fleet = createMemoryFleet();
    fleet.monitor.setProfiles(profiles);
    await fleet.clock.advance(2000);
    const polls = () =>
      profiles.reduce((sum, { id }) => sum + fleet.proxy(id).requests.length, 0) / 3;
    for (let part = 0; part < 10; part++) {
      const before = polls();
      await fleet.clock.advance(100);
      expect(polls() - before).toBeGreaterThanOrEqual(8);
      expect(polls() - before).toBeLessThanOrEqual(12);
    }
  });

  it('hands on its samples in one batch a second', async () => {
    const fleet = createMemoryFleet();
    fleet.monitor.setProfiles(profiles);
    await fleet.clock.advance(5000);
    expect(fleet.batches.length).toBeLessThanOrEqual(5);
    expect(fleet.batches.at(-1)?.length).toBeGreaterThanOrEqual(95);
  });

  it('quits every session when it closes, and leaves no timer', async () => {
    const fleet = createMemoryFleet();
    fleet.monitor.setProfiles(profiles);
    fleet.monitor.frames(() => {});
    await fleet.clock.advance(3000);
    await fleet.monitor.close();
    for (const { id } of profiles) {
      expect(fleet.proxy(id).requests.at(-1)).toBe('quit');
      expect(fleet.proxy(id).open.size).toBe(0);
    }
    expect(fleet.clock.timers).toBe(0);
  });

  it('closes in bounded time when a proxy does not answer', async () => {
    const { clock, monitor, peer } = await connected();
    peer.silent = true;
    await clock.advance(1000);
    const closing = monitor.close();
    await clock.advance(5000);
    await closing;
    expect(clock.timers).toBe(0);
  });
});

describe('frames', () => {
  it('start with a full one that holds the points of the last five minutes', async () => {
    const { monitor, clock } = await connected();
    await clock.advance(600_000);
    const frames: FleetFrame[] = [];
    monitor.frames((frame) => frames.push(frame));
    await clock.advance(0);
    expect(frames).toHaveLength(1);
    expect(frames[0]).toMatchObject({ full: true, proxies: [{ id }], removed: [] });
    expect(frames[0]?.points[0]?.at.length).toBeGreaterThanOrEqual(299);
    expect(frames[0]?.points[0]?.at.length).toBeLessThanOrEqual(301);
  });

  it('hold each point once, in order, and come at most four times a second', async () => {
    const { monitor, clock } = await connected({ ...one, pollSeconds: 0.5 });
    const frames: FleetFrame[] = [];
    monitor.frames((frame) => frames.push(frame));
    await clock.advance(10_000);
    expect(frames.length).toBeLessThanOrEqual(41);
    const at = frames.flatMap(timesOf);
    expect(new Set(at).size).toBe(at.length);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at.length).toBeGreaterThanOrEqual(20);
  });

  it('hold only what changed', async () => {
    const fleet = createMemoryFleet();
    const two = profileOf(2, { autoConnect: false });
    fleet.monitor.setProfiles([one, two]);
    await fleet.clock.advance(100);
    const frames: FleetFrame[] = [];
    fleet.monitor.frames((frame) => frames.push(frame));
    await fleet.clock.advance(5000);
    expect(frames[0]?.proxies).toHaveLength(2);
    for (const frame of frames.slice(1)) {
      expect(frame.full).toBe(false);
      expect([...frame.proxies.map((proxy) => proxy.id), ...(frame.readings?.ids ?? [])]).toEqual([
        id,
      ]);
    }
    fleet.monitor.setProfiles([one]);
    await fleet.clock.advance(1000);
    expect(frames.flatMap((frame) => frame.removed)).toEqual([two.id]);
  });

  it('give a second listener its own full frame, and no point twice to the first', async () => {
    const { monitor, clock } = await connected();
    const first: FleetFrame[] = [];
    const second: FleetFrame[] = [];
    monitor.frames((frame) => first.push(frame));
    await clock.advance(3100);
    monitor.frames((frame) => second.push(frame));
    await clock.advance(3000);
    expect(second[0]?.full).toBe(true);
    expect(first.filter((frame) => frame.full)).toHaveLength(1);
    const at = first.flatMap(timesOf);
    expect(new Set(at).size).toBe(at.length);
  });

  it('say of one more reading what is new, and all of a proxy where anything else is', async () => {
    const { monitor, clock, peer } = await connected();
    await clock.advance(1500);
    const frames: FleetFrame[] = [];
    monitor.frames((frame) => frames.push(frame));
    await clock.advance(0);
    frames.length = 0;
    peer.bytes += 1000n;
    await clock.advance(1000);
    expect(frames).toHaveLength(1);
    expect(frames[0]).toMatchObject({
      proxies: [],
      points: [],
      readings: {
        ids: [id],
        connections: [1],
        transferredBytes: ['1000'],
        accesses: ['0'],
        bytesPerSecond: [expect.closeTo(1000, -2)],
        accessesPerSecond: [0],
      },
    });
    frames.length = 0;
    peer.connections = -1n;
    await clock.advance(1000);
    peer.connections = 2n;
    await clock.advance(1000);
    peer.bytes = 0n;
    await clock.advance(1000);
    expect(frames.map(({ readings }) => readings)).toEqual([null, null, null]);
    expect(
      frames.map(({ proxies: [proxy] }) => [proxy?.metrics?.implausible, proxy?.restarts]),
    ).toEqual([
      [true, 0],
      [false, 0],
      [false, 1],
    ]);
  });

  it('show an empty point where a poll failed, one for each outage', async () => {
    const { monitor, clock, peer } = await connected();
    await clock.advance(2000);
    peer.stop();
    await clock.advance(20_000);
    const frames: FleetFrame[] = [];
    monitor.frames((frame) => frames.push(frame));
    await clock.advance(0);
    const connections = frames[0]?.points[0]?.connections ?? [];
    expect(connections.at(-1)).toBeNull();
    expect(connections.filter((value) => value === null)).toHaveLength(1);
  });

  it('show no number where the count of connections is implausible', async () => {
    const { monitor, clock, peer } = await connected();
    peer.connections = -1n;
    await clock.advance(1000);
    const frames: FleetFrame[] = [];
    monitor.frames((frame) => frames.push(frame));
    await clock.advance(0);
    expect(frames[0]?.points[0]?.connections.at(-1)).toBeNull();
    expect(frames[0]?.proxies[0]?.metrics).toMatchObject({ connections: '-1', implausible: true });
  });

  it('cost nothing when nobody listens, and stop with unsubscribing', async () => {
    const { monitor, clock } = await connected({ ...one, pollSeconds: 3600 });
    await clock.advance(10_000);
    const atRest = clock.timers;
    const frames: FleetFrame[] = [];
    const unsubscribe = monitor.frames((frame) => frames.push(frame));
    expect(clock.timers).toBe(atRest + 1);
    await clock.advance(60_000);
    expect(frames).toHaveLength(1);
    expect(clock.timers).toBe(atRest);
    monitor.setVisible(false);
    unsubscribe();
    await monitor.disconnect(id);
    expect(frames).toHaveLength(1);
  });
});
