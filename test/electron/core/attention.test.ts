import { expect, it } from 'vitest';
import { createTopic } from '../../../electron/base/topic.ts';
import { createAttention, type FleetAttention } from '../../../electron/core/attention.ts';
import type { ProxyInFleet } from '../../../electron/fleet/fleet-reads.ts';
import type { Alert } from '../../../shared/model/alert.ts';
import { createManualClock } from '../../support/manual-clock.ts';

it('tells once of what changes together, and only where it is another and somebody listens', async () => {
  const clock = createManualClock();
  const changes = createTopic<null>();
  let looks = 0;
  let fleet: readonly ProxyInFleet[] = [
    { id: 'b', name: 'B', ready: true, trouble: false },
    { id: 'a', name: 'A', ready: true, trouble: false },
  ];
  let alerts: readonly Alert[] = [];
  const attention = createAttention({
    fleet: () => {
      looks++;
      return fleet;
    },
    paused: () => new Set(['a', 'gone']),
    alerts: () => alerts,
    changes: [(listener) => changes.listen(listener)],
    clock,
  });
  changes.publish(null);
  await clock.advance(10_000);
  expect(looks).toBe(0);
  expect(attention.now()).toEqual({ all: 2, ready: 2, paused: 1, trouble: [], alerts: 0 });

  const told: FleetAttention[] = [];
  const end = attention.changes.listen((value) => told.push(value));
  fleet = fleet.map((each) => ({ ...each, ready: false, trouble: true }));
  const open = (batch: string, acknowledged: object | null) => ({ batch, acknowledged }) as Alert;
  alerts = [open('x', null), open('x', null), open('y', null), open('z', {})];
  for (let i = 0; i < 100; i++) changes.publish(null);
  await clock.advance(10_000);
  const trouble = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ];
  expect(told).toEqual([{ all: 2, ready: 0, paused: 1, trouble, alerts: 2 }]);
  changes.publish(null);
  await clock.advance(10_000);
  expect(told).toHaveLength(1);
  const others: FleetAttention[] = [];
  const endOther = attention.changes.listen((value) => others.push(value));
  end();
  end();
  fleet = [];
  changes.publish(null);
  await clock.advance(10_000);
  expect(told).toHaveLength(1);
  expect(others, 'one that ended twice takes nothing from another').toHaveLength(1);
  endOther();
  fleet = [{ id: 'a', name: 'A', ready: true, trouble: false }];
  const looked = looks;
  changes.publish(null);
  await clock.advance(10_000);
  expect(looks).toBe(looked);
});
