import { describe, expect, it } from 'vitest';
import { connected, createMemoryFleet, profileOf } from '../memory-fleet.ts';

const one = profileOf(1);
const { id } = one;
const minute = 60_000;
const asked = (requests: readonly string[]) =>
  requests.filter((name) => name === 'activeTransformation').length;

describe('the settings of a proxy', () => {
  it('are read after the login, and once a minute', async () => {
    const { shown, clock, peer } = await connected();
    expect((await shown(id)).settings.transformation).toEqual({ value: null, at: clock.wall() });
    await clock.advance(10_000);
    peer.transformation = 'tr a-z A-Z';
    await clock.advance(2 * minute);
    const { transformation } = (await shown(id)).settings;
    expect(transformation?.value).toBe('tr a-z A-Z');
    expect(clock.wall() - (transformation?.at ?? 0)).toBeLessThan(minute + 2000);
    expect(asked(peer.requests)).toBe(3);
    peer.stop();
    peer.running = true;
    await clock.advance(minute / 2);
    expect(asked(peer.requests)).toBe(4);
  });

  it('are known at once where a task reads them', async () => {
    const { shown, clock, peer, monitor } = await connected();
    await clock.advance(5000);
    peer.transformation = 'cat';
    await monitor.use(id, (client) => client.getTransformation());
    expect((await shown(id)).settings.transformation).toEqual({ value: 'cat', at: clock.wall() });
    await clock.advance(minute - 6000);
    expect(asked(peer.requests)).toBe(2);
  });

  it('that the proxy does not tell end no session', async () => {
    const { shown, clock, peer, kinds } = await connected();
    peer.transformation = 'cat';
    await clock.advance(minute + 2000);
    peer.refused.add('activeTransformation');
    await clock.advance(10 * minute);
    expect(kinds(id)).toEqual(['connected']);
    expect((await shown(id)).settings.transformation?.value).toBe('cat');
    expect(asked(peer.requests)).toBeGreaterThan(10);
  });

  it('are asked less and less of a proxy whose session that ends, so that it is watched', async () => {
    const { clock, peer, shown } = await connected();
    peer.mute.add('activeTransformation');
    await clock.advance(minute + 10_000);
    expect(peer.opened).toBe(2);
    await clock.advance(30 * minute);
    expect(peer.opened).toBeLessThanOrEqual(6);
    await clock.advance(minute);
    await expect(shown(id)).resolves.toMatchObject({ state: { kind: 'ready' } });
    peer.mute.clear();
    await clock.advance(70 * minute);
    const { opened } = peer;
    const before = asked(peer.requests);
    await clock.advance(10 * minute);
    expect(peer.opened).toBe(opened);
    expect(asked(peer.requests) - before).toBeGreaterThanOrEqual(9);
  });

  it('miss no poll', async () => {
    const { clock, monitor, batches } = await connected();
    await clock.advance(10 * minute);
    expect(monitor.missedPolls()).toBe(0);
    expect(batches.flat().length).toBeGreaterThan(590);
  });

  it('have the buffer size that was last set from here', async () => {
    const { shown, bufferSizes, monitor, clock } = await connected();
    expect((await shown(id)).settings.bufferSize).toBeNull();
    bufferSizes.set(id, { bytes: 4096, at: 7 });
    monitor.bufferSizeSet(id);
    expect((await shown(id)).settings.bufferSize).toEqual({ bytes: 4096, at: 7 });
    // By another program that has the same audit log.
    bufferSizes.set(id, { bytes: 8192, at: 8 });
    await clock.advance(minute + 2000);
    expect((await shown(id)).settings.bufferSize).toEqual({ bytes: 8192, at: 8 });
  });

  it('and readings are another proxy’s where the profile leads elsewhere', async () => {
    const { shown, monitor, peer, clock, kinds } = await connected();
    peer.transformation = 'cat';
    peer.accesses = 9n;
    await clock.advance(minute + 2000);
    await monitor.disconnect(id);
    monitor.setProfiles([{ ...one, host: 'elsewhere.test' }]);
    await expect(shown(id)).resolves.toMatchObject({
      metrics: null,
      settings: { transformation: null },
    });
    peer.accesses = 1n;
    monitor.connect(id);
    await clock.advance(0);
    await expect(shown(id)).resolves.toMatchObject({ metrics: { accesses: '1' }, restarts: 0 });
    expect(kinds(id)).not.toContain('restarted');
  });

  it('that stay as they are make no frame', async () => {
    const { monitor, clock } = await connected({ ...one, pollSeconds: 600 });
    let frames = 0;
    await clock.advance(1000);
    monitor.frames(() => frames++);
    await clock.advance(0);
    await monitor.use(id, (client) => client.getTransformation());
    await clock.advance(10_000);
    expect(frames).toBe(1);
  });
});

describe('how often the transformation in force is read', () => {
  it('is said once for all proxies, and holds from then on', async () => {
    const { clock, peer, monitor } = await connected();
    monitor.setReadEvery(10_000);
    await clock.advance(60_500);
    expect(asked(peer.requests)).toBe(7);
    monitor.setReadEvery(null);
    await clock.advance(10 * minute);
    expect(asked(peer.requests)).toBe(7);
    monitor.setReadEvery(5 * minute);
    await clock.advance(10 * minute);
    expect(asked(peer.requests)).toBe(9);
    expect(monitor.missedPolls()).toBe(0);
  });

  it('is not at all while the proxy is paused', async () => {
    const { clock, peer, monitor } = await connected();
    monitor.setPaused(new Set([id]));
    await clock.advance(10 * minute);
    expect(asked(peer.requests)).toBe(1);
    monitor.setPaused(new Set());
    await clock.advance(2 * minute);
    expect(asked(peer.requests)).toBeGreaterThanOrEqual(2);
  });

  it('asks no two of them at one moment, also where all connected together', async () => {
    const { clock, monitor } = createMemoryFleet();
    monitor.setProfiles(Array.from({ length: 12 }, (_, n) => profileOf(n + 1)));
    const times: number[] = [];
    await clock.advance(minute);
    monitor.transformations.listen(({ now }) => times.push(now.at));
    await clock.advance(2 * minute);
    expect(times.length).toBeGreaterThanOrEqual(23);
    const inOneSecond = Map.groupBy(times, (at) => Math.floor(at / 1000));
    expect(Math.max(...[...inOneSecond.values()].map(({ length }) => length))).toBeLessThan(3);
  });

  it('tells what was known before of each read', async () => {
    const { clock, peer, monitor } = await connected();
    const told: unknown[] = [];
    monitor.transformations.listen(({ before, now, restarted }) =>
      told.push([before?.value, now.value, restarted, now.at - (before?.at ?? 0)]),
    );
    peer.transformation = 'cat';
    await clock.advance(minute + 2000);
    expect(told).toEqual([[null, 'cat', false, minute]]);
  });
});
