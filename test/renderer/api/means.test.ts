import { describe, expect, it, vi } from 'vitest';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import { createFleetMeans } from '../../../renderer/api/means.ts';
import type { FleetFrame, Points, ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { snapshotOf } from '../snapshots.ts';

const now = 1_000_000;

/** A fleet whose clock stands still, and its means. */
function fleetWith(proxies: readonly ProxySnapshot[], points: readonly Points[] = []) {
  const fleet = createFleetStore(() => now);
  const ticks: (() => void)[] = [];
  const stop = vi.fn();
  const means = createFleetMeans({
    fleet,
    every: (_ms, task) => {
      ticks.push(task);
      return stop;
    },
  });
  const frame = (parts: Partial<FleetFrame>): void =>
    fleet.apply({
      at: now,
      full: false,
      proxies: [],
      points: [],
      readings: null,
      removed: [],
      ...parts,
    });
  frame({ full: true, proxies: [...proxies], points: [...points] });
  return { means, frame, stop, tick: () => ticks.at(-1)?.() };
}

const pointsOf = (id: string, ...rows: (readonly [secondsAgo: number, bytes: number | null])[]) => {
  const none = rows.map(() => null);
  return {
    id,
    at: rows.map(([ago]) => now - ago * 1000),
    connections: rows.map(([, value]) => value),
    bytesPerSecond: rows.map(([, value]) => value),
    accessesPerSecond: none,
    roundTripMs: none,
    missed: none,
  };
};

describe('the means of the fleet', () => {
  it('are over the span that was chosen, and leave out where there was no data', () => {
    const points = pointsOf('a', [30, 900], [9, 10], [5, null], [1, 20]);
    const { means } = fleetWith([snapshotOf('a', 'ready', {})], [points]);
    means.all.subscribe(() => undefined);
    expect(means.of('a')?.bytesPerSecond).toBe(15);
    means.setSpan(60_000);
    expect(means.of('a')?.bytesPerSecond).toBe(310);
  });

  it('are the last reading where the span has none, for a proxy that is polled rarely', () => {
    const read = { connections: '7', bytesPerSecond: 5, accessesPerSecond: 2 };
    const points = pointsOf('a', [50, 900]);
    const { means } = fleetWith([snapshotOf('a', 'ready', read)], [points]);
    means.all.subscribe(() => undefined);
    expect(means.of('a')).toMatchObject({
      connections: 7,
      bytesPerSecond: 5,
      accessesPerSecond: 2,
    });
  });

  it('are of proxies that are ready, and of no number that cannot be', () => {
    const { means } = fleetWith([
      snapshotOf('a', 'waiting', { connections: '5' }),
      snapshotOf('b', 'ready', { connections: '-3', implausible: true }),
    ]);
    means.all.subscribe(() => undefined);
    expect(means.of('a')).toBeNull();
    expect(means.of('b')?.connections).toBeNull();
  });

  it('tell only whose means changed', () => {
    const proxies = [snapshotOf('a', 'ready', {}), snapshotOf('b', 'ready', {})];
    const { means, frame, tick } = fleetWith(proxies);
    const [a, b] = [vi.fn(), vi.fn()];
    means.onChange('a', a);
    means.onChange('b', b);
    frame({ points: [pointsOf('a', [1, 10])] });
    tick();
    expect(a).toHaveBeenCalledTimes(1);
    expect(b).not.toHaveBeenCalled();
  });

  it('are there as soon as the fleet is, and rest while nobody listens', () => {
    const { means, frame, stop } = fleetWith([]);
    const heard = vi.fn();
    const leave = means.all.subscribe(heard);
    frame({ proxies: [snapshotOf('a', 'ready', {})] });
    expect(heard).toHaveBeenCalledTimes(1);
    leave();
    leave();
    expect(stop).toHaveBeenCalledTimes(1);
  });
});
