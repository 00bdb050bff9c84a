import { describe, expect, it } from 'vitest';
import { connected, profileOf } from './memory-fleet.ts';

const { id } = profileOf(1);

describe('a paused proxy', () => {
  it('keeps its session, and is read once a minute', async () => {
    const { monitor, clock, proxy, batches } = await connected();
    monitor.setPaused(new Set([id]));
    await clock.advance(1000);
    const before = batches.length;
    const { opened } = proxy(id);
    await clock.advance(10 * 60_000);
    const read = batches.length - before;
    expect(read).toBeGreaterThanOrEqual(9);
    expect(read).toBeLessThanOrEqual(11);
    expect(proxy(id).opened).toBe(opened);
    expect(proxy(id).open.size).toBe(1);
    expect(monitor.missedPolls()).toBe(0);
  });

  it('is read at once, and as often as before, when it is paused no longer', async () => {
    const { monitor, clock, batches } = await connected();
    monitor.setPaused(new Set([id]));
    await clock.advance(5000);
    const before = batches.length;
    monitor.setPaused(new Set());
    await clock.advance(5000);
    expect(batches.length - before).toBeGreaterThan(2);
  });

  it('is paused also where it is new', async () => {
    const { monitor, clock, batches } = await connected();
    monitor.setProfiles([]);
    monitor.setPaused(new Set([id]));
    monitor.setProfiles([profileOf(1)]);
    await clock.advance(2000);
    const before = batches.length;
    await clock.advance(50_000);
    expect(batches.length - before).toBeLessThanOrEqual(1);
  });
});
