import { describe, expect, it } from 'vitest';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import { liveInsight } from '../../../renderer/api/insights.ts';
import { createFleetMeans } from '../../../renderer/api/means.ts';
import { valued } from '../../../shared/fleet/insights/insight.ts';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { snapshotOf } from '../snapshots.ts';

const second = 1000;
const count = 60;

/** A minute of readings at two accesses a second; `broken`: of this one there is no rate. */
function setUp(parts: Partial<ProxySnapshot>, broken?: number) {
  const fleet = createFleetStore(() => count * second);
  const at = Array.from({ length: count }, (_, index) => index * second);
  const rate = (value: number) => at.map((_, index) => (index === broken ? null : value));
  fleet.apply({
    at: (count - 1) * second,
    full: true,
    proxies: [
      {
        ...snapshotOf('a', 'ready', { bytesPerSecond: 100 }),
        openCount: { verdict: 'counted-out', accesses: 60, rise: 0 },
        ...parts,
      },
      snapshotOf('b', 'ready', { bytesPerSecond: 300 }),
    ],
    points: [
      {
        id: 'a',
        at,
        connections: at.map(() => 6),
        bytesPerSecond: rate(2048),
        accessesPerSecond: rate(2),
        roundTripMs: at.map(() => 1),
        missed: at.map(() => 0),
      },
    ],
    readings: null,
    removed: [],
  });
  const means = createFleetMeans({ fleet, every: () => () => undefined });
  means.all.subscribe(() => undefined);
  return { fleet, means };
}

describe('an insight of a proxy now', () => {
  it('is of the readings that the window holds', () => {
    const parts = setUp({});
    expect(liveInsight(parts, 'a', 'meanDuration')).toEqual(valued(3));
    expect(liveInsight(parts, 'a', 'bytesPerAccess')).toEqual(valued(1024));
    expect(liveInsight(parts, 'a', 'share')).toEqual(valued(2048 / (2048 + 300)));
  });

  it('is none after a restart, and one all the same after a gap', () => {
    expect(liveInsight(setUp({ restarts: 1 }, 30), 'a', 'meanDuration')).toMatchObject({
      why: { case: 'restart' },
    });
    expect(liveInsight(setUp({ restarts: 0 }, 30), 'a', 'meanDuration')).toEqual(valued(3));
  });

  it('is none of a proxy that is not read, or not in the fleet', () => {
    const { state } = snapshotOf('a', 'waiting');
    expect(liveInsight(setUp({ state }), 'a', 'bytesPerAccess')).toMatchObject({ known: false });
    expect(liveInsight(setUp({}), 'z', 'share')).toMatchObject({ known: false });
  });
});
