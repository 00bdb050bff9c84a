import { describe, expect, it } from 'vitest';
import type { FleetFrame } from '../../../../shared/model/fleet-frame.ts';
import { connected, createMemoryFleet, profileOf } from '../memory-fleet.ts';

const one = profileOf(1);
const { id } = one;

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
    expect(fleet.events).toMatchObject([
      { kind: 'attempt-failed', detail: { code: 'no-password' } },
    ]);
  });

  it('tells once that it is in trouble, not of each attempt', async () => {
    const fleet = createMemoryFleet();
    const peer = fleet.proxy(id);
    peer.running = false;
    fleet.monitor.setProfiles([one]);
    await fleet.clock.advance(3_600_000);
    expect(fleet.events).toMatchObject([{ kind: 'attempt-failed', detail: { code: 'refused' } }]);
    const { unreachableSince } = await fleet.shown(id);
    peer.running = true;
    await fleet.clock.advance(120_000);
    expect(unreachableSince).not.toBeNull();
    expect(fleet.events[1]).toMatchObject({ kind: 'connected', detail: { unreachableSince } });
    peer.stop();
    await fleet.clock.advance(600_000);
    // Of a session that was lost its own event tells, and what fails after it is the same trouble.
    expect(fleet.kinds(id)).toEqual(['attempt-failed', 'connected', 'disconnected']);
    fleet.monitor.reset(id);
    await fleet.clock.advance(600_000);
    expect(fleet.kinds(id).slice(3)).toEqual(['attempt-failed']);
  });

  it('tells where it stops trying, also when it was waiting before', async () => {
    const fleet = createMemoryFleet();
    const peer = fleet.proxy(id);
    peer.running = false;
    fleet.monitor.setProfiles([one]);
    await fleet.clock.advance(0);
    fleet.passwords.set(id, null);
    await fleet.clock.advance(60_000);
    expect(fleet.events.map(({ detail }) => detail)).toEqual([
      { code: 'refused' },
      { code: 'no-password' },
    ]);
  });

  it('counts the polls missed while one is late, and reconnects when it timed out', async () => {
    const { shown, clock, peer, monitor } = await connected();
    let told = 0;
    monitor.missed.listen(({ count }) => {
      told += count;
    });
    await clock.advance(100);
    peer.silent = true;
    await clock.advance(5000);
    const { missedPolls } = await shown(id);
    expect(missedPolls).toBeGreaterThanOrEqual(3);
    expect(told).toBe(missedPolls);
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

  it('hands on with each reading its round trip, and the polls missed before it', async () => {
    const { clock, peer, batches, monitor } = await connected();
    const points: FleetFrame['points'] = [];
    monitor.frames((frame) => points.push(...frame.points));
    await clock.advance(2100);
    peer.silent = true;
    await clock.advance(5000);
    peer.silent = false;
    await clock.advance(10_000);
    const samples = batches.flat();
    expect(samples.every(({ roundTripMs }) => roundTripMs >= 0)).toBe(true);
    const missed = samples.map((sample) => sample.missed).filter((count) => count > 0);
    expect(missed).toHaveLength(1);
    expect(missed[0]).toBeGreaterThanOrEqual(3);
    expect(points.flatMap((each) => each.missed).filter((count) => count)).toEqual(missed);
    // Of the gap nothing is known.
    expect(points.flatMap((each) => each.roundTripMs)).toContain(null);
  });

  it('says since when the proxy is not reached, over all attempts', async () => {
    const { clock, shown, peer, monitor, passwords } = await connected();
    const since = async () => (await shown(id)).unreachableSince;
    expect(await since()).toBeNull();
    await clock.advance(10_000);
    peer.stop();
    await clock.advance(0);
    const lost = clock.wall();
    expect(await since()).toBe(lost);
    for (let attempt = 0; attempt < 5; attempt++) {
      await clock.advance(10_000);
      expect(await since()).toBe(lost);
    }
    monitor.connect(id);
    await clock.advance(0);
    expect(await since()).toBe(lost);
    peer.running = true;
    await clock.advance(60_000);
    await expect(shown(id)).resolves.toMatchObject({
      state: { kind: 'ready' },
      unreachableSince: null,
    });
    peer.stop();
    await clock.advance(0);
    expect(await since()).toBe(clock.wall());
    passwords.set(id, null);
    await clock.advance(60_000);
    await expect(shown(id)).resolves.toMatchObject({
      state: { kind: 'needs-attention' },
      unreachableSince: null,
    });
  });

  it('is unreachable at a new place only since an attempt failed there, and never while it is off', async () => {
    const { clock, shown, peer, monitor } = await connected();
    peer.stop();
    await clock.advance(5000);
    const before = (await shown(id)).unreachableSince;
    monitor.setProfiles([{ ...one, host: 'elsewhere.test' }]);
    expect((await shown(id)).unreachableSince).toBeGreaterThan(before ?? 0);
    await monitor.disconnect(id);
    await expect(shown(id)).resolves.toMatchObject({ unreachableSince: null });
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

  it('polls at its own interval while something else than a window looks at it', async () => {
    const { monitor, clock, peer } = await connected();
    monitor.setVisible(false);
    const [watch, other] = [monitor.addWatcher(), monitor.addWatcher()];
    watch(new Set([id, 'of no proxy']));
    other(new Set([id]));
    watch(new Set());
    const before = peer.requests.length;
    await clock.advance(10_000);
    expect((peer.requests.length - before) / 3).toBe(10);
    other(new Set());
    await clock.advance(40_000);
    expect((peer.requests.length - before) / 3).toBe(18);
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
