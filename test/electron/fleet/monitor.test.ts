import { describe, expect, it } from 'vitest';
import type { FleetFrame } from '../../../shared/model/fleet-frame.ts';
import { createMemoryFleet, profileOf } from './memory-fleet.ts';

const one = profileOf(1);
const { id } = one;

async function connected(profile = one) {
  const fleet = createMemoryFleet();
  fleet.monitor.setProfiles([profile]);
  await fleet.clock.advance(0);
  return { ...fleet, peer: fleet.proxy(profile.id) };
}

describe('a link', () => {
  it('connects by itself, logs in and reads at once', async () => {
    const { shown, kinds } = await connected();
    await expect(shown(id)).resolves.toMatchObject({
      state: { kind: 'ready', connection: { transport: 'udp' } },
      metrics: { connections: '1', transferredBytes: '0', implausible: false },
      rates: { bytesPerSecond: null },
      restarts: 0,
    });
    expect(kinds(id)).toEqual(['connected']);
  });

  it('stays off until it is asked where the profile says so', async () => {
    const { shown, monitor, clock, peer } = await connected({ ...one, autoConnect: false });
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'off' }, metrics: null });
    expect(peer.opened).toBe(0);
    monitor.connect(id);
    await clock.advance(0);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
  });

  it('polls once an interval, and shows rates', async () => {
    const { shown, clock, peer, batches } = await connected();
    for (let second = 0; second < 10; second++) {
      await clock.advance(1000);
      peer.bytes += 500n;
      peer.accesses += 2n;
    }
    await clock.advance(1000);
    const { rates } = await shown(id);
    expect(rates.bytesPerSecond).toBeCloseTo(500);
    expect(rates.accessesPerSecond).toBeCloseTo(2);
    const polls = peer.requests.filter((name) => name === 'transferredBytes').length;
    expect(polls).toBeGreaterThanOrEqual(11);
    expect(polls).toBeLessThanOrEqual(12);
    expect(batches.flat().length).toBeGreaterThanOrEqual(10);
  });

  it('marks a restart of the proxy where a counter fell, without a rate across it', async () => {
    const { shown, clock, peer, kinds, batches } = await connected();
    peer.bytes = 5000n;
    await clock.advance(2000);
    peer.bytes = 10n;
    await clock.advance(1000);
    await expect(shown(id)).resolves.toMatchObject({
      restarts: 1,
      rates: { bytesPerSecond: null },
    });
    expect(kinds(id)).toEqual(['connected', 'restarted']);
    await clock.advance(3000);
    expect(batches.flat().filter((sample) => sample.restart)).toHaveLength(1);
    await expect(shown(id)).resolves.toMatchObject({ rates: { bytesPerSecond: 0 } });
  });

  it('waits and comes back when the proxy stops and is there again', async () => {
    const { shown, clock, peer, kinds, events } = await connected();
    peer.stop();
    await clock.advance(0);
    await expect(shown(id)).resolves.toMatchObject({
      state: { kind: 'waiting', why: { code: 'association-lost' }, attempt: 1 },
      metrics: { connections: '1' },
    });
    await clock.advance(5000);
    await expect(shown(id)).resolves.toMatchObject({
      state: { kind: 'waiting', why: { code: 'refused' } },
    });
    peer.running = true;
    await clock.advance(60_000);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
    expect(kinds(id)).toEqual(['connected', 'disconnected', 'connected']);
    expect(events[1]?.detail).toEqual({ code: 'association-lost' });
  });

  it('marks a restart that happened while it was away', async () => {
    const { clock, peer, kinds } = await connected();
    peer.accesses = 10n;
    await clock.advance(2000);
    peer.stop();
    peer.accesses = 1n;
    peer.running = true;
    await clock.advance(5000);
    expect(kinds(id)).toEqual(['connected', 'disconnected', 'connected', 'restarted']);
  });

  it('waits longer after each failure, and counts afresh after half a minute of health', async () => {
    const { shown, clock, peer, monitor } = await connected();
    const delay = async () => {
      const { state } = await shown(id);
      return state.kind === 'waiting' ? state.until - state.since : null;
    };
    peer.stop();
    await clock.advance(0);
    const delays = [await delay()];
    for (let i = 0; i < 6; i++) {
      monitor.probe();
      await clock.advance(0);
      delays.push(await delay());
    }
    expect(delays).toEqual([1500, 2500, 4500, 8500, 16_500, 30_500, 30_500]);
    peer.running = true;
    await clock.advance(61_000);
    peer.stop();
    await clock.advance(0);
    expect(await delay()).toBe(1500);
  });

  it('asks for attention when the password is refused, and does not try again by itself', async () => {
    const fleet = createMemoryFleet();
    fleet.passwords.set(id, 'wrong');
    fleet.monitor.setProfiles([one]);
    await fleet.clock.advance(3_600_000);
    await expect(fleet.shown(id)).resolves.toMatchObject({
      state: { kind: 'needs-attention', why: { code: 'login-refused' } },
    });
    expect(fleet.proxy(id).opened).toBe(1);
    expect(fleet.kinds(id)).toEqual(['login-refused']);
    expect(fleet.clock.timers).toBe(1);
    fleet.monitor.probe();
    await fleet.clock.advance(1000);
    expect(fleet.proxy(id).opened).toBe(1);

    fleet.passwords.set(id, 'secret');
    fleet.monitor.reset(id);
    await fleet.clock.advance(0);
    await expect(fleet.shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
  });

  it('asks for attention when no password is known, without an association', async () => {
    const fleet = createMemoryFleet();
    fleet.passwords.set(id, null);
    fleet.monitor.setProfiles([one]);
    await fleet.clock.advance(0);
    await expect(fleet.shown(id)).resolves.toMatchObject({
      state: { kind: 'needs-attention', why: { code: 'no-password' } },
    });
    expect(fleet.proxy(id).opened).toBe(0);
  });

  it('skips and counts polls while one is late, and reconnects when it timed out', async () => {
    const { shown, clock, peer } = await connected();
    await clock.advance(100);
    peer.silent = true;
    await clock.advance(5000);
    const { missedPolls } = await shown(id);
    expect(missedPolls).toBeGreaterThanOrEqual(3);
    await clock.advance(950);
    await expect(shown(id)).resolves.toMatchObject({
      state: { kind: 'waiting', why: { code: 'reply-timeout' } },
    });
    const { opened } = peer;
    peer.silent = false;
    await clock.advance(5000);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
    expect(peer.opened).toBe(opened + 1);
    expect(peer.open.size).toBe(1);
  });

  it('shows the error and quits when the proxy answers the metrics with one', async () => {
    const { shown, clock, peer } = await connected();
    peer.status = 0x04;
    await clock.advance(1000);
    await expect(shown(id)).resolves.toMatchObject({
      state: { kind: 'waiting', why: { code: 'server-error', detail: { status: 'generalError' } } },
    });
    expect(peer.requests).toContain('quit');
  });

  it('lets a task use the session that the polls use, and refuses it without one', async () => {
    const { monitor, clock, peer } = await connected();
    await monitor.use(id, (client) => client.setTransformation('cat'));
    expect(peer.requests).toContain('changeTransformation');
    expect(peer.opened).toBe(1);
    await monitor.disconnect(id);
    await expect(monitor.use(id, (client) => client.getTransformation())).rejects.toMatchObject({
      code: 'not-connected',
    });
    await clock.advance(10_000);
    expect(peer.opened).toBe(1);
  });

  it('rejects a task on a proxy that is not in the set', async () => {
    const { monitor } = await connected();
    await expect(monitor.use('nobody', async () => 1)).rejects.toMatchObject({ code: 'not-found' });
    expect(() => monitor.connect('nobody')).toThrow('no such profile');
  });

  it('quits in order when it is disconnected, and sets no timer any more', async () => {
    const { monitor, clock, peer, shown, events } = await connected();
    await monitor.disconnect(id);
    expect(peer.requests.at(-1)).toBe('quit');
    expect(peer.open.size).toBe(0);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'off' } });
    await clock.advance(2000);
    expect(clock.timers).toBe(0);
    expect(events.at(-1)).toMatchObject({ kind: 'disconnected', detail: { code: 'cancelled' } });
  });

  it('tries all that wait at once when it is asked to', async () => {
    const { monitor, clock, peer, shown } = await connected();
    peer.stop();
    await clock.advance(0);
    peer.running = true;
    monitor.probe();
    await clock.advance(0);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
  });

  it('tries at once after the machine slept', async () => {
    const { clock, peer, shown } = await connected();
    peer.stop();
    await clock.advance(120_000);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'waiting' } });
    peer.running = true;
    clock.jumpWall(3_600_000);
    await clock.advance(5000);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
  });

  it('polls five times slower while the window is hidden', async () => {
    const { monitor, clock, peer } = await connected();
    monitor.setVisible(false);
    const before = peer.requests.length;
    await clock.advance(50_000);
    expect((peer.requests.length - before) / 3).toBe(10);
    monitor.setVisible(true);
    await clock.advance(5000);
    expect((peer.requests.length - before) / 3).toBe(15);
  });

  it('reconnects when the profile leads elsewhere, and stays when only its name changed', async () => {
    const { monitor, clock, peer } = await connected();
    monitor.setProfiles([{ ...one, name: 'other', pollSeconds: 2 }]);
    await clock.advance(1000);
    expect(peer.opened).toBe(1);
    monitor.setProfiles([{ ...one, port: 9191 }]);
    await clock.advance(0);
    expect(peer.opened).toBe(2);
    expect(peer.open.size).toBe(1);
  });

  it('quits and forgets a proxy whose profile was removed', async () => {
    const { monitor, clock, peer } = await connected();
    monitor.setProfiles([]);
    await clock.advance(2000);
    expect(peer.requests.at(-1)).toBe('quit');
    expect(clock.timers).toBe(0);
  });
});

describe('a link that is still connecting', () => {
  async function hanging() {
    const fleet = createMemoryFleet();
    fleet.proxy(id).silent = true;
    fleet.monitor.setProfiles([one]);
    await fleet.clock.advance(100);
    return { ...fleet, peer: fleet.proxy(id) };
  }

  it('shows that it waits for the answer to the login', async () => {
    const { shown } = await hanging();
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'authenticating' } });
  });

  it('is turned off without waiting for the answer, and its association ends in order', async () => {
    const { monitor, clock, peer, shown, kinds } = await hanging();
    await monitor.disconnect(id);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'off' } });
    expect(peer.open.size).toBe(0);
    await clock.advance(120_000);
    expect(peer.opened).toBe(1);
    expect(kinds(id)).toEqual([]);
    expect(clock.timers).toBe(0);
  });

  it('begins again with what is known now, and never has two associations', async () => {
    const { monitor, clock, peer, shown } = await hanging();
    peer.silent = false;
    monitor.reset(id);
    await clock.advance(0);
    expect(peer.opened).toBe(2);
    expect(peer.open.size).toBe(1);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
  });

  it('comes to rest where it was sent last, however often it is switched', async () => {
    const { monitor, clock, peer, shown } = await connected();
    for (let i = 0; i < 5; i++) {
      void monitor.disconnect(id);
      monitor.connect(id);
    }
    await clock.advance(1000);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
    expect(peer.open.size).toBe(1);
    for (let i = 0; i < 5; i++) {
      monitor.connect(id);
      void monitor.disconnect(id);
    }
    await clock.advance(1000);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'off' } });
    expect(peer.open.size).toBe(0);
  });

  it('does nothing on reset when it is off or ready', async () => {
    const { monitor, clock, peer } = await connected();
    monitor.reset(id);
    await clock.advance(1000);
    expect(peer.opened).toBe(1);
    await monitor.disconnect(id);
    monitor.reset(id);
    await clock.advance(1000);
    expect(peer.opened).toBe(1);
  });
});

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
    fleet.monitor.setProfiles(profiles.map((profile, n) => ({ ...profile, host: `h${n}.test` })));
    await fleet.clock.advance(0);
    expect(fleet.mostHandshakes()).toBe(100);
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
    const at = frames.flatMap((frame) => frame.points.flatMap((points) => points.at));
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
      expect(frame.proxies.map((proxy) => proxy.id)).toEqual([id]);
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
    const at = first.flatMap((frame) => frame.points.flatMap((points) => points.at));
    expect(new Set(at).size).toBe(at.length);
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
