import { describe, expect, it } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { auditEntry, lima, madrid } from '../audit-entry.ts';
import { noon, sample } from '../samples.ts';
import { day, everySecond, hour, minute, second, setUp } from './history-rig.ts';

describe('the history', () => {
  it('of an unknown proxy is empty', () => {
    const { history } = setUp();
    const range = history.range({ id: madrid, from: noon, to: noon + hour, points: 100 });
    expect(range).toMatchObject({ at: [], marks: [] });
  });

  it('shows each reading as it was where the points suffice', () => {
    const { history } = setUp();
    history.add([
      sample(noon, {
        connections: 3n,
        bytesPerSecond: null,
        accessesPerSecond: null,
        roundTripMs: 2.25,
      }),
      sample(noon + second, {
        connections: 4n,
        bytesPerSecond: 1.5,
        accessesPerSecond: 0,
        missed: 3,
      }),
    ]);
    const band = (values: readonly (number | null)[]) => ({
      min: values,
      mean: values,
      max: values,
    });
    expect(history.range({ id: madrid, from: noon, to: noon + minute, points: 1000 })).toEqual({
      since: noon,
      level: 'raw',
      at: [noon, noon + second],
      connections: band([3, 4]),
      bytesPerSecond: band([null, 1.5]),
      accessesPerSecond: band([null, 0]),
      roundTripMs: band([2.25, 1.5]),
      missed: band([0, 3]),
      marks: [],
    });
  });

  it('begins a range with its start and ends it before its end', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + minute));
    const { at } = history.range({
      id: madrid,
      from: noon + 10 * second,
      to: noon + 20 * second,
      points: 100,
    });
    expect(at[0]).toBe(noon + 10 * second);
    expect(at.at(-1)).toBe(noon + 19 * second);
  });

  it('puts readings together where there are more than points: lowest, mean and highest', () => {
    const { history } = setUp();
    const values = [1, 9, 2];
    history.add(values.map((rate, index) => sample(noon + index, { bytesPerSecond: rate })));
    const range = history.range({ id: madrid, from: noon, to: noon + hour, points: 10 });
    expect(range.bytesPerSecond).toEqual({ min: [1], mean: [4], max: [9] });
  });

  it('takes the level that is as fine as the points', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + 10 * minute));
    const level = (span: number, points: number) =>
      history.range({ id: madrid, from: noon, to: noon + span, points }).level;
    expect(level(5 * minute, 1000)).toBe('raw');
    expect(level(hour, 1000)).toBe('raw');
    expect(level(day, 1000)).toBe('minute');
    expect(level(365 * day, 1000)).toBe('hour');
    expect(level(365 * day, 300)).toBe('day');
    expect(level(4 * 365 * day, 1000)).toBe('day');
  });

  it('shows the same before and after readings are rolled up', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + 10 * minute, { bytesPerSecond: 7 }));
    const ranges = () =>
      [hour, day, 30 * day, 900 * day].map((span) =>
        history.range({ id: madrid, from: noon, to: noon + span, points: 50 }),
      );
    const before = ranges();
    toEnd(history.maintain(noon + 10 * minute));
    expect(ranges()).toEqual(before);
    toEnd(history.maintain(noon + 10 * minute));
    expect(ranges()).toEqual(before);
  });

  it('counts a time once that comes again, as after the clock was set back', () => {
    const { history, database } = setUp();
    history.add(everySecond(noon, noon + minute, { bytesPerSecond: 10 }));
    toEnd(history.maintain(noon + minute));
    history.add(everySecond(noon, noon + minute, { bytesPerSecond: 30 }));
    toEnd(history.maintain(noon + minute));
    for (const level of ['minute', 'hour', 'day']) {
      const row = database.prepare(`SELECT bytes_count AS count, bytes_max AS max FROM ${level}`);
      expect({ ...row.get() }).toEqual({ count: 60, max: 10 });
    }
    const { bytesPerSecond } = history.range({
      id: madrid,
      from: noon,
      to: noon + minute,
      points: 100,
    });
    expect(bytesPerSecond.max).toEqual(Array.from({ length: 60 }, () => 10));
  });

  it('goes on in the minute that was rolled up in its middle, also after a restart of the console', () => {
    const { directory, history, close } = setUp();
    history.add([sample(noon, { bytesPerSecond: 1 })]);
    toEnd(history.maintain(noon + 20 * second));
    close();
    const next = setUp(directory);
    next.history.add([sample(noon + 30 * second, { bytesPerSecond: 3 })]);
    toEnd(next.history.maintain(noon + minute));
    next.history.add([sample(noon + 40 * second, { bytesPerSecond: 8 })]);
    const range = next.history.range({ id: madrid, from: noon, to: noon + day, points: 100 });
    expect(range.bytesPerSecond).toEqual({ min: [1], mean: [4], max: [8] });
  });

  it('keeps proxies apart', () => {
    const { history } = setUp();
    history.add([
      sample(noon, { connections: 1n }),
      sample(noon, { profileId: lima, connections: 2n }),
    ]);
    const of = (id: string) =>
      history.range({ id, from: noon, to: noon + minute, points: 100 }).connections.mean;
    expect([of(madrid), of(lima)]).toEqual([[1], [2]]);
  });

  it('rolls up by itself, many proxies at a time, and loses nothing', () => {
    const { history, database } = setUp();
    const ids = Array.from(
      { length: 150 },
      (_, index) => `0b0f2f4e-8a53-4f0e-9d0c-${String(index).padStart(12, '0')}`,
    );
    for (let tick = 0; tick < 100; tick++) {
      history.add(ids.map((profileId) => sample(noon + tick * second, { profileId })));
    }
    const waiting = Number(
      database.prepare('SELECT total(count) AS count FROM recent').get()?.count,
    );
    expect(waiting).toBeLessThan(15_000);
    for (const id of ids) {
      const { at } = history.range({ id, from: noon, to: noon + hour, points: 4000 });
      expect(at).toHaveLength(100);
    }
  });

  it('forgets one proxy and not the others', () => {
    const { history } = setUp();
    for (const profileId of [madrid, lima]) {
      history.add([sample(noon, { profileId, restart: true })]);
    }
    toEnd(history.maintain(noon + minute));
    history.add([sample(noon + second), sample(noon + second, { profileId: lima })]);
    history.forget(madrid);
    const points = (id: string) => history.range({ id, from: noon, to: noon + hour, points: 4000 });
    expect(points(madrid)).toMatchObject({ at: [], marks: [] });
    expect(points(lima).at).toHaveLength(2);
    history.add([sample(noon + minute)]);
    expect(points(madrid)).toMatchObject({ at: [noon + minute], marks: [] });
  });
});

describe('counters', () => {
  it.each([-1n, 4_294_967_295n, 18_446_744_073_709_551_615n])(
    'of %d connections are no data, as such a count cannot be one (deployed behaviour 14)',
    (connections) => {
      const { history } = setUp();
      history.add([sample(noon, { connections })]);
      const range = history.range({ id: madrid, from: noon, to: noon + minute, points: 100 });
      expect(range.connections.max).toEqual([null]);
      expect(range.bytesPerSecond.max).toEqual([100]);
    },
  );

  it('of 64 bits do not keep a reading out', () => {
    const { history } = setUp();
    history.add([sample(noon, { transferredBytes: 2n ** 64n - 1n, accesses: 2n ** 64n - 1n })]);
    expect(history.range({ id: madrid, from: noon, to: noon + minute, points: 9 }).at).toEqual([
      noon,
    ]);
  });

  it('that fell are a mark and no negative rate', () => {
    const { history } = setUp();
    history.add([
      sample(noon),
      sample(noon + second, { bytesPerSecond: null, accessesPerSecond: null, restart: true }),
      sample(noon + 2 * second, { bytesPerSecond: -5 }),
    ]);
    const range = history.range({ id: madrid, from: noon, to: noon + minute, points: 1000 });
    expect(range.marks).toEqual([{ at: noon + second, kind: 'restart' }]);
    expect(range.at).toHaveLength(3);
    expect(range.bytesPerSecond.min).toEqual([100, null, null]);
  });
});

describe('marks', () => {
  it('are restarts and the changes that took effect, in the order of time', () => {
    const { history, database } = setUp();
    const audit = createAuditLog(database);
    history.add([sample(noon + 2 * minute, { restart: true })]);
    audit.add(auditEntry({ at: noon + 3 * minute }));
    audit.add(
      auditEntry({
        at: noon + minute,
        outcome: 'unverified',
        setting: 'bufferSize',
        before: '2048',
        requested: '4096',
        after: null,
      }),
    );
    audit.add(auditEntry({ at: noon + 4 * minute, outcome: 'refused' }));
    audit.add(auditEntry({ at: noon + 5 * minute, profileId: lima }));
    audit.add(auditEntry({ at: noon + hour }));
    const range = history.range({ id: madrid, from: noon, to: noon + hour, points: 1000 });
    expect(range.marks).toEqual([
      {
        kind: 'change',
        at: noon + minute,
        setting: 'bufferSize',
        from: '2048',
        to: '4096',
        who: 'ana',
        shell: null,
        outcome: 'unverified',
        auditId: 2,
      },
      { kind: 'restart', at: noon + 2 * minute },
      {
        kind: 'change',
        at: noon + 3 * minute,
        setting: 'transformation',
        from: null,
        to: 'tr a-z A-Z',
        who: 'ana',
        shell: null,
        outcome: 'verified',
        auditId: 1,
      },
    ]);
  });

  it('outlive the readings', () => {
    const { history } = setUp();
    history.add([sample(noon, { restart: true })]);
    toEnd(history.maintain(noon + 30 * day));
    const range = history.range({ id: madrid, from: noon - day, to: noon + day, points: 1000 });
    expect(range.marks).toEqual([{ at: noon, kind: 'restart' }]);
  });

  it('are no more than points', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + 10 * minute, { restart: true }));
    const { marks } = history.range({ id: madrid, from: noon, to: noon + hour, points: 10 });
    // Each says of how many it is the last.
    const counted = marks.reduce((sum, { count = 1 }) => sum + count, 0);
    expect(counted).toBe(600);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.length).toBeLessThanOrEqual(10);
  });
});
