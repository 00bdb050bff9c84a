import { describe, expect, it } from 'vitest';
import type { FrameSource } from '../../../electron/fleet/frame-contents.ts';
import { createFrames } from '../../../electron/fleet/frames.ts';
import { PointRing } from '../../../electron/fleet/point-ring.ts';
import type { FleetFrame } from '../../../shared/model/fleet-frame.ts';
import { snapshotOf } from '../../renderer/snapshots.ts';
import { createManualClock } from '../../support/manual-clock.ts';

/** Proxies that were read so often. */
function setUp(count: number, readings: number) {
  const clock = createManualClock();
  const sources = Array.from({ length: count }, (_, n) => {
    const points = new PointRing(Math.max(1, readings + 10));
    const read = (at: number): void =>
      points.push({
        at,
        connections: n,
        bytesPerSecond: 1,
        accessesPerSecond: 1,
        roundTripMs: 1,
        missed: 0,
      });
    for (let i = readings; i > 0; i--) read(clock.wall() - i * 100);
    const snapshot = snapshotOf(`proxy ${n}`, 'ready');
    return {
      id: snapshot.id,
      version: 1,
      points,
      metrics: {
        at: clock.wall(),
        connections: '1',
        transferredBytes: '1',
        accesses: '1',
        implausible: false,
        roundTripMs: 1,
      },
      rates: snapshot.rates,
      snapshot: () => snapshot,
      read,
    } satisfies FrameSource & { read: (at: number) => void };
  });
  let shown = sources;
  const frames: FleetFrame[] = [];
  const fleet = createFrames(clock, () => shown);
  fleet.subscribe((frame) => frames.push(frame));
  return {
    clock,
    sources,
    frames,
    changed: fleet.changed,
    show(next: typeof sources) {
      shown = next;
    },
  };
}

const pointsIn = (frame: FleetFrame): number =>
  frame.points.reduce((sum, { at }) => sum + at.length, 0);

describe('frames of a large fleet', () => {
  it('hold a part each until all was told once, what the proxies are now before their past', async () => {
    const { clock, sources, frames } = setUp(1200, 50);
    await clock.advance(20_000);
    expect(frames.length).toBeGreaterThan(3);
    expect(frames.map(({ full }) => full)).toEqual(frames.map((_, n) => n === 0));
    for (const frame of frames) {
      expect(frame.proxies.length).toBeLessThanOrEqual(500);
      expect(pointsIn(frame)).toBeLessThanOrEqual(10_050);
    }
    const ids = new Set(sources.map(({ id }) => id));
    expect(
      new Set(frames.slice(0, 3).flatMap(({ proxies }) => proxies.map(({ id }) => id))),
    ).toEqual(ids);
    expect(frames.reduce((sum, frame) => sum + pointsIn(frame), 0)).toBe(1200 * 50);
    const told = frames.flatMap(({ points }) => points.map(({ id }) => id));
    expect(told.length).toBe(1200);
    expect(new Set(told)).toEqual(ids);
  });

  it('tell of the last as well as of the first where all are others all the time', async () => {
    const { clock, sources, frames, changed } = setUp(1200, 0);
    await clock.advance(1000);
    frames.length = 0;
    for (let turn = 0; turn < 8; turn++) {
      for (const source of sources) source.version++;
      changed();
      await clock.advance(25);
    }
    const told = new Set(frames.flatMap(({ proxies }) => proxies.map(({ id }) => id)));
    expect(told.size).toBe(1200);
  });

  it('hold one more reading of each at once, and take nobody for removed meanwhile', async () => {
    const { clock, sources, frames, changed } = setUp(1200, 1);
    await clock.advance(1000);
    frames.length = 0;
    for (const { read } of sources) read(clock.wall());
    changed();
    await clock.advance(1000);
    expect(frames).toHaveLength(1);
    expect(frames[0]?.readings?.ids).toHaveLength(1200);
    expect(frames[0]).toMatchObject({ proxies: [], points: [], removed: [] });
  });

  it('say which is gone, also one that went while the others were still to be told of', async () => {
    const { clock, sources, frames, changed, show } = setUp(1200, 0);
    await clock.advance(0);
    expect(frames).toHaveLength(1);
    show(sources.slice(1));
    changed();
    await clock.advance(1000);
    expect(frames.flatMap(({ removed }) => removed)).toEqual([sources[0]?.id]);
  });
});
