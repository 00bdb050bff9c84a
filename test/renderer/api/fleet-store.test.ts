import { describe, expect, it } from 'vitest';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import type { FleetFrame } from '../../../shared/model/fleet-frame.ts';
import { snapshotOf } from '../snapshots.ts';

const frame = (parts: Partial<FleetFrame>): FleetFrame => ({
  at: 1000,
  full: false,
  proxies: [],
  points: [],
  readings: null,
  removed: [],
  ...parts,
});
const points = (id: string, at: number[], connections: (number | null)[]) => ({
  id,
  at,
  connections,
  bytesPerSecond: connections.map(() => null),
  accessesPerSecond: connections.map(() => null),
  roundTripMs: connections.map(() => 1.5),
  missed: connections.map(() => 0),
});
const a = snapshotOf('a', 'ready');
const b = snapshotOf('b', 'off');

describe('the fleet store', () => {
  it('has nothing before the first frame', () => {
    const store = createFleetStore();
    expect(store.snapshots.get()).toBeNull();
    expect(store.snapshot('a')).toBeUndefined();
  });

  it('keeps the snapshots that a frame does not name, the very same', () => {
    const store = createFleetStore();
    store.apply(frame({ full: true, proxies: [a, b] }));
    const next = snapshotOf('a', 'off');
    store.apply(frame({ proxies: [next] }));
    expect(store.snapshot('a')).toBe(next);
    expect(store.snapshot('b')).toBe(b);
  });

  it('tells only those who listen to a proxy that changed', () => {
    const store = createFleetStore();
    const heard: string[] = [];
    store.onSnapshot('a', () => heard.push('a'));
    store.onSnapshot('b', () => heard.push('b'));
    store.onPoints('a', () => heard.push('points of a'));
    store.apply(frame({ full: true, proxies: [a, b] }));
    heard.length = 0;
    store.apply(frame({ proxies: [snapshotOf('b', 'ready')], points: [points('a', [1], [2])] }));
    expect(heard).toEqual(['b', 'points of a']);
  });

  it('does not tell of another map where a frame brings only points', () => {
    const store = createFleetStore();
    store.apply(frame({ full: true, proxies: [a] }));
    const before = store.snapshots.get();
    store.apply(frame({ points: [points('a', [1], [2])] }));
    expect(store.snapshots.get()).toBe(before);
    expect(store.points('a').length).toBe(1);
  });

  it('takes one more reading into the snapshot and the points, and leaves the rest as it was', () => {
    const store = createFleetStore();
    store.apply(frame({ full: true, proxies: [a, b] }));
    const heard: string[] = [];
    store.onSnapshot('a', () => heard.push('snapshot'));
    store.onPoints('a', () => heard.push('points'));
    const readings = {
      ids: ['a', 'of nobody'],
      at: [7, 7],
      connections: [3, 3],
      transferredBytes: ['18446744073709551615', '1'],
      accesses: ['9', '1'],
      bytesPerSecond: [null, 1],
      accessesPerSecond: [4, 1],
      roundTripMs: [1.5, 1],
    };
    store.apply(frame({ readings }));
    expect(store.snapshot('a')).toEqual({
      ...a,
      metrics: {
        at: 7,
        connections: '3',
        transferredBytes: '18446744073709551615',
        accesses: '9',
        implausible: false,
        roundTripMs: 1.5,
      },
      rates: { bytesPerSecond: null, accessesPerSecond: 4 },
    });
    expect(store.snapshot('of nobody')).toBeUndefined();
    expect(heard).toEqual(['snapshot', 'points']);
    const told: Record<string, number[]> = {};
    for (const series of ['connections', 'bytesPerSecond', 'accessesPerSecond', 'missed'] as const)
      store.points('a').each(series, (...point) => {
        told[series] = point;
      });
    expect(told).toEqual({
      connections: [7, 3],
      bytesPerSecond: [7, Number.NaN],
      accessesPerSecond: [7, 4],
      missed: [7, 0],
    });
  });

  it('forgets what was removed, and its points', () => {
    const store = createFleetStore();
    store.apply(frame({ full: true, proxies: [a, b], points: [points('a', [1], [2])] }));
    let told = 0;
    store.onSnapshot('a', () => told++);
    store.apply(frame({ removed: ['a'] }));
    expect(store.snapshot('a')).toBeUndefined();
    expect(store.points('a').length).toBe(0);
    expect(told).toBe(1);
  });

  it('keeps nothing of a proxy that was removed, whoever had looked at it', () => {
    const store = createFleetStore();
    store.apply(frame({ full: true, proxies: [a], points: [points('a', [1], [2])] }));
    const ring = store.points('a');
    store.onPoints('a', () => undefined)();
    store.apply(frame({ removed: ['a'] }));
    expect(ring.length).toBe(0);
    expect(store.points('a')).not.toBe(ring);
  });

  it('takes one that leads elsewhere for another proxy', () => {
    const store = createFleetStore();
    store.apply(frame({ full: true, proxies: [a], points: [points('a', [1, 2], [2, 3])] }));
    store.apply(frame({ removed: ['a'], proxies: [a], points: [points('a', [3], [9])] }));
    expect(store.snapshot('a')).toBe(a);
    expect(store.points('a').length).toBe(1);
  });

  it('begins anew with a full frame, as after the console was lost', () => {
    const store = createFleetStore();
    store.apply(frame({ full: true, proxies: [a, b], points: [points('a', [1, 2], [2, 3])] }));
    const ring = store.points('a');
    store.apply(frame({ full: true, proxies: [b], points: [] }));
    expect([...(store.snapshots.get()?.keys() ?? [])]).toEqual(['b']);
    expect(ring.length).toBe(0);
    expect(store.points('a').length).toBe(0);
  });

  it('knows when the console said something last, by its clock, also when it is silent since', () => {
    let here = 5000;
    const store = createFleetStore(() => here);
    expect(store.heardAt()).toBe(0);
    store.apply(frame({ full: true, at: 9000 }));
    here = 65_000;
    expect(store.heardAt()).toBe(9000);
    expect(store.now()).toBe(69_000);
    store.apply(frame({ at: 70_000 }));
    expect(store.heardAt()).toBe(70_000);
  });

  it('goes by the clock of the console', () => {
    let here = 5000;
    const store = createFleetStore(() => here);
    store.apply(frame({ full: true, at: 9000 }));
    here = 6000;
    expect(store.now()).toBe(10_000);
  });
});
