import { expect, it } from 'vitest';
import { dropsToldEveryMs, watchDrops } from '../../../electron/fleet/link/drop-watch.ts';
import type { DatagramCounts } from '../../../electron/transport/udp/guard/drop-counts.ts';
import type { EventDetail } from '../../../shared/model/event.ts';

function setUp() {
  const counts: DatagramCounts = { received: 10, dropped: {} };
  const told: EventDetail<'datagrams-dropped'>[] = [];
  let now = 0;
  const clock = { now: () => now, wall: () => 1000 + now, after: () => () => {} };
  const watch = watchDrops(
    clock,
    () => counts,
    (detail) => told.push(detail),
  );
  return { counts, told, watch, pass: (ms: number) => (now += ms) };
}

it('tells at once what is dropped first, then once an hour, each time what is new', () => {
  const { counts, told, watch, pass } = setUp();
  watch.look();
  expect(told).toEqual([]);
  counts.dropped.checksum = 2;
  pass(5);
  watch.look();
  expect(told).toEqual([
    { count: 2, received: 10, since: 1000, reasons: [{ reason: 'checksum', count: 2 }] },
  ]);
  counts.dropped.checksum = 3;
  counts.dropped.ports = 40;
  counts.received = 100;
  for (let n = 0; n < 50; n++) watch.look();
  expect(told).toHaveLength(1);
  pass(dropsToldEveryMs);
  watch.look();
  expect(told[1]).toEqual({
    count: 41,
    received: 90,
    since: 1005,
    reasons: [
      { reason: 'checksum', count: 1 },
      { reason: 'ports', count: 40 },
    ],
  });
});

it('tells the rest at the end, and nothing where nobody counts', () => {
  const { counts, told, watch } = setUp();
  counts.dropped.ports = 1;
  watch.look();
  counts.dropped.ports = 4;
  watch.end();
  watch.end();
  expect(told.map(({ count }) => count)).toEqual([1, 3]);
  const clock = { now: () => 0, wall: () => 0, after: () => () => {} };
  watchDrops(
    clock,
    () => null,
    () => expect.unreachable(),
  ).end();
});
