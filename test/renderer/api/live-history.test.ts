import { describe, expect, it } from 'vitest';
import { extendRange, isLacking, marksOfEvents } from '../../../renderer/api/live-history.ts';
import { createPointRing } from '../../../renderer/api/point-ring.ts';
import type { ProxyEvent } from '../../../shared/model/event.ts';
import type { HistoryMark } from '../../../shared/model/history.ts';
import { changeAt, pointsOf, rangeOf } from '../charts/history-ranges.ts';

const id = 'a0000000-0000-4000-8000-000000000000';

function ringOf(points: readonly (readonly [at: number, value: number | null])[]) {
  const ring = createPointRing();
  ring.append(pointsOf(id, points));
  return ring;
}

const kept = rangeOf([
  [10, 1],
  [20, 2],
  [30, 3],
]);

describe('what is kept of a proxy', () => {
  it('goes on with the readings that came after it, gaps as gaps', () => {
    const ring = ringOf([
      [20, 9],
      [30, 9],
      [40, null],
      [50, 5],
    ]);
    const { at, bytesPerSecond, level, since } = extendRange(kept, ring, [], 0);
    expect(at).toEqual([10, 20, 30, 40, 50]);
    expect(bytesPerSecond.mean).toEqual([1, 2, 3, null, 5]);
    expect(bytesPerSecond.max).toEqual([2, 4, 6, null, 5]);
    expect({ level, since }).toEqual({ level: 'raw', since: 10 });
  });

  it('loses what has left the span but for the point before it, from which the line enters', () => {
    const { at, connections } = extendRange(kept, ringOf([[40, 4]]), [], 25);
    expect(at).toEqual([20, 30, 40]);
    expect(connections.min).toEqual([1, 1.5, 4]);
    expect(extendRange(kept, ringOf([]), [], 99).at).toEqual([30]);
  });

  it('begins with the first reading of a proxy that had none', () => {
    const ring = ringOf([
      [5, 1],
      [15, 2],
    ]);
    const { at, since } = extendRange(rangeOf([]), ring, [], 10);
    expect(at).toEqual([15]);
    expect(since).toBe(15);
  });

  it('is marked where something happened since, once', () => {
    const marked = rangeOf([[10, 1]], { marks: [changeAt(10)] });
    const restart = { at: 5000, kind: 'restart' } as const;
    const told = [{ ...changeAt(12), auditId: 1 }, restart, { ...restart, at: 5900 }];
    expect(extendRange(marked, ringOf([]), told.slice(0, 2), 0).marks).toEqual([
      changeAt(10),
      restart,
    ]);
    const known = rangeOf([[10, 1]], { marks: [restart] });
    expect(extendRange(known, ringOf([]), told.slice(2), 0).marks).toEqual([restart]);
  });

  it('goes on from the time to which the clock was set back', () => {
    const hour = 3_600_000;
    const ahead = rangeOf([
      [10, 1],
      [hour, 2],
      [hour + 1000, 3],
    ]);
    const ring = ringOf([
      [20, 7],
      [1020, 8],
    ]);
    const { at, bytesPerSecond } = extendRange(ahead, ring, [], 0);
    expect(at).toEqual([10, 20, 1020]);
    expect(bytesPerSecond.mean).toEqual([1, 7, 8]);
  });

  it('is the same object where nothing is new', () => {
    expect(extendRange(kept, ringOf([[30, 3]]), [], 10)).toBe(kept);
  });
});

describe('a ring', () => {
  it('lacks readings where its oldest is newer than all that is known', () => {
    expect(isLacking(kept, ringOf([[40, 1]]), 35)).toBe(true);
    expect(isLacking(kept, ringOf([[40, 1]]), 40)).toBe(false);
    expect(isLacking(kept, ringOf([[30, 1]]), 0)).toBe(false);
    expect(isLacking(kept, ringOf([]), 0)).toBe(false);
  });
});

describe('events', () => {
  it('are marks where they are restarts and changes of the proxy within the span', () => {
    const {
      at: _at,
      kind: _kind,
      ...detail
    } = changeAt(0) as Extract<HistoryMark, { kind: 'change' }>;
    const event = (at: number, kind: string, profileId = id) =>
      ({ id: at, at, profileId, profileName: 'A', kind, detail }) as unknown as ProxyEvent;
    const events = [
      event(50, 'restarted'),
      event(40, 'changed'),
      event(45, 'connected'),
      event(44, 'restarted', 'another'),
      event(5, 'restarted'),
    ];
    expect(marksOfEvents(events, id, 10)).toEqual([{ at: 50, kind: 'restart' }, changeAt(40)]);
  });
});
