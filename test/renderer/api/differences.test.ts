import { describe, expect, it, vi } from 'vitest';
import { createFleetDifferences } from '../../../renderer/api/differences.ts';
import type { FleetMeans, Means } from '../../../renderer/api/means.ts';
import { createStore } from '../../../renderer/api/store.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { profileOf, snapshotOf } from '../snapshots.ts';

const ids = Array.from({ length: 12 }, (_, i) => `p${i}`);

/** Twelve proxies that do the same, but for what a test says of some. */
function twelve() {
  const profiles = ids.map((id) => profileOf(id));
  const snapshots = createStore<ReadonlyMap<string, ProxySnapshot> | null>(
    new Map(
      ids.map((id) => [
        id,
        {
          ...snapshotOf(id, 'ready', {}),
          settings: { transformation: { value: 'cat', at: 1 }, bufferSize: null },
        },
      ]),
    ),
  );
  const means = new Map<string, Means>(
    ids.map((id, i) => [
      id,
      {
        connections: 5,
        bytesPerSecond: 50_000 + 500 * i,
        accessesPerSecond: 2,
        roundTripMs: 10 + (i % 3),
      },
    ]),
  );
  const ticks: (() => void)[] = [];
  const stop = vi.fn();
  const leaveMeans = vi.fn();
  const differences = createFleetDifferences({
    fleet: { snapshots },
    means: {
      all: { get: () => means, subscribe: () => leaveMeans },
      of: (id: string) => means.get(id) ?? null,
    } as never as FleetMeans,
    profiles: () => profiles,
    every: (_ms, task) => {
      ticks.push(task);
      return stop;
    },
  });
  return {
    differences,
    tick: () => ticks.at(-1)?.(),
    stop,
    leaveMeans,
    mean: (id: string, change: Partial<Means>): void => {
      const now = means.get(id);
      if (now !== undefined) means.set(id, { ...now, ...change });
    },
    snapshot: (id: string, change: Partial<ProxySnapshot>): void => {
      const now = new Map(snapshots.get());
      const known = now.get(id);
      if (known !== undefined) now.set(id, { ...known, ...change });
      snapshots.set(now);
    },
  };
}

describe('the differences of the fleet', () => {
  it('name the one that is slow and the one with another transformation, and nobody else', () => {
    const { differences, mean, snapshot, tick } = twelve();
    mean('p3', { roundTripMs: 180 });
    snapshot('p7', {
      settings: { transformation: { value: 'tr a-z A-Z', at: 1 }, bufferSize: null },
    });
    differences.all.subscribe(() => undefined);
    tick();
    expect([...differences.all.get().keys()].toSorted()).toEqual(['p3', 'p7']);
    expect(differences.of('p3')).toMatchObject([{ trait: 'roundTripMs', value: 180, usual: 11 }]);
    expect(differences.of('p7')).toEqual([
      {
        kind: 'setting',
        trait: 'transformation',
        value: 'tr a-z A-Z',
        usual: 'cat',
        alike: 11,
        known: 12,
      },
    ]);
  });

  it('say nothing of a proxy that is not ready', () => {
    const { differences, snapshot } = twelve();
    snapshot('p7', {
      state: { kind: 'off' },
      settings: { transformation: { value: 'tr', at: 1 }, bufferSize: null },
    });
    differences.all.subscribe(() => undefined);
    expect(differences.all.get().size).toBe(0);
  });

  it('tell whose differences changed, and only those', () => {
    const { differences, mean, tick } = twelve();
    const [slow, other] = [vi.fn(), vi.fn()];
    differences.onChange('p3', slow);
    differences.onChange('p4', other);
    mean('p3', { roundTripMs: 180 });
    tick();
    tick();
    mean('p3', { roundTripMs: 181 });
    tick();
    expect(slow).toHaveBeenCalledTimes(1);
    expect(other).not.toHaveBeenCalled();
  });

  it('rest while nobody listens', () => {
    const { differences, stop, leaveMeans } = twelve();
    const leave = differences.all.subscribe(() => undefined);
    const leaveOne = differences.onChange('p1', () => undefined);
    leave();
    expect(stop).not.toHaveBeenCalled();
    leaveOne();
    leaveOne();
    expect(stop).toHaveBeenCalledTimes(1);
    expect(leaveMeans).toHaveBeenCalledTimes(1);
  });
});
