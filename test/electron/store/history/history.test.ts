import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { levels } from '../../../../electron/store/history/levels.ts';
import { believedAfterMs } from '../../../../electron/store/history/retention.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { auditEntry, lima, madrid } from '../audit-entry.ts';
import { noon, sample } from '../samples.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const second = 1000;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function setUp(directory = temporaryDirectory()) {
  const { database, close } = openDatabase(directory);
  onTestFinished(close);
  return { directory, database, close, history: createHistory(database) };
}

function everySecond(from: number, to: number, others: Parameters<typeof sample>[1] = {}) {
  return Array.from({ length: (to - from) / second }, (_, index) =>
    sample(from + index * second, others),
  );
}

/** Upkeep at a time to which the clock has come by itself. */
function maintain(history: ReturnType<typeof setUp>['history'], now: number): void {
  history.maintain(now - believedAfterMs);
  history.maintain(now);
}

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
  });

  it('shows the same before and after readings are rolled up', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + 10 * minute, { bytesPerSecond: 7 }));
    const ranges = () =>
      [hour, day, 30 * day].map((span) =>
        history.range({ id: madrid, from: noon, to: noon + span, points: 50 }),
      );
    const before = ranges();
    history.maintain(noon + 10 * minute);
    expect(ranges()).toEqual(before);
    history.maintain(noon + 10 * minute);
    expect(ranges()).toEqual(before);
  });

  it('counts a time once that comes again, as after the clock was set back', () => {
    const { history, database } = setUp();
    history.add(everySecond(noon, noon + minute, { bytesPerSecond: 10 }));
    history.maintain(noon + minute);
    history.add(everySecond(noon, noon + minute, { bytesPerSecond: 30 }));
    history.maintain(noon + minute);
    for (const level of ['minute', 'hour']) {
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
    history.maintain(noon + 20 * second);
    close();
    const next = setUp(directory);
    next.history.add([sample(noon + 30 * second, { bytesPerSecond: 3 })]);
    next.history.maintain(noon + minute);
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
    const waiting = Number(database.prepare('SELECT count(*) AS count FROM recent').get()?.count);
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
    history.maintain(noon + minute);
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
        outcome: 'verified',
        auditId: 1,
      },
    ]);
  });

  it('outlive the readings', () => {
    const { history } = setUp();
    history.add([sample(noon, { restart: true })]);
    history.maintain(noon + 30 * day);
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

describe('a gap', () => {
  const nulls = (range: { at: number[]; connections: { mean: (number | null)[] } }) =>
    range.at.filter((_, index) => range.connections.mean[index] === null);

  it('is one point without data, where nothing was read for much longer than between the readings', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + minute));
    history.add(everySecond(noon + 3 * minute, noon + 4 * minute));
    const range = history.range({ id: madrid, from: noon, to: noon + 5 * minute, points: 1000 });
    const [gap, ...others] = nulls(range);
    expect(others).toEqual([]);
    expect(gap).toBeGreaterThan(noon + minute - second);
    expect(gap).toBeLessThan(noon + 3 * minute);
    expect(range.at).toEqual([...range.at].sort((a, b) => a - b));
  });

  it('is shown in each level', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + 10 * minute));
    history.add(everySecond(noon + 5 * hour, noon + 5 * hour + 10 * minute));
    history.maintain(noon + 6 * hour);
    for (const [span, points] of [
      [6 * hour, 1000],
      [day, 1000],
      [day, 100],
    ] as const) {
      const range = history.range({ id: madrid, from: noon, to: noon + span, points });
      expect(nulls(range)).toHaveLength(1);
    }
  });

  it('is where a reading has no rate, since the time before it was not watched', () => {
    const { history } = setUp();
    const afresh = { bytesPerSecond: null, accessesPerSecond: null };
    history.add([
      sample(noon),
      sample(noon + 30 * second, afresh),
      sample(noon + 60 * second, afresh),
      sample(noon + 61 * second),
    ]);
    const range = history.range({ id: madrid, from: noon, to: noon + 5 * minute, points: 1000 });
    expect(nulls(range)).toHaveLength(2);
  });

  it('is not a long interval, nor a change of the interval', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + minute));
    history.add(
      Array.from({ length: 10 }, (_, index) => sample(noon + minute + index * 30 * second)),
    );
    const range = history.range({ id: madrid, from: noon, to: noon + 10 * minute, points: 4000 });
    expect(range.at).toHaveLength(70);
    expect(nulls(range)).toEqual([]);
  });
});

describe('retention', () => {
  it('drops each level when its time is over, and shows the past from the next', () => {
    const { history } = setUp();
    const at = (time: number) => {
      const range = history.range({ id: madrid, from: noon, to: noon + 10 * minute, points: 4000 });
      return { time, level: range.level, points: range.at.length };
    };
    history.add(everySecond(noon, noon + 10 * minute));
    history.maintain(noon + hour);
    expect(at(0)).toMatchObject({ level: 'raw', points: 600 });
    maintain(history, noon + levels.raw.keptMs + hour);
    expect(at(1)).toMatchObject({ level: 'minute', points: 10 });
    maintain(history, noon + levels.minute.keptMs + hour);
    expect(at(2)).toMatchObject({ level: 'hour', points: 1 });
    maintain(history, noon + levels.hour.keptMs + 2 * hour);
    expect(at(3)).toMatchObject({ points: 0 });
  });

  it('drops nothing by a clock that was set ahead and is set right again', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + minute));
    history.maintain(noon + minute);
    for (const step of [0, 1, 2]) history.maintain(noon + 800 * day + step * minute);
    history.maintain(noon + 2 * minute);
    const range = history.range({ id: madrid, from: noon, to: noon + hour, points: 4000 });
    expect(range).toMatchObject({ since: noon, level: 'raw' });
    expect(range.at).toHaveLength(60);
  });

  it('waits for a while after a long rest, and then drops what is past its time', () => {
    const { history, database } = setUp();
    history.add([sample(noon)]);
    history.maintain(noon + minute);
    const rows = () => database.prepare('SELECT count(*) AS count FROM raw').get()?.count;
    for (let passed = 0; passed < believedAfterMs; passed += 10 * minute) {
      history.maintain(noon + 3 * day + passed);
      expect(rows()).toBe(1);
    }
    history.maintain(noon + 3 * day + believedAfterMs);
    expect(rows()).toBe(0);
  });

  it('shows readings as they are after a clock that was ahead for long was set back', () => {
    const { history } = setUp();
    history.add([sample(noon)]);
    history.maintain(noon);
    maintain(history, noon + 300 * day);
    history.maintain(noon + minute);
    history.add(everySecond(noon + 2 * minute, noon + 3 * minute));
    const range = history.range({
      id: madrid,
      from: noon + 2 * minute,
      to: noon + 3 * minute,
      points: 100,
    });
    expect(range).toMatchObject({ level: 'raw' });
    expect(range.at).toHaveLength(60);
  });

  it('reaches every proxy of a large fleet within as many turns as it takes', () => {
    const { history, database } = setUp();
    const ids = Array.from(
      { length: 200 },
      (_, index) => `0b0f2f4e-8a53-4f0e-9d0c-${String(index).padStart(12, '0')}`,
    );
    history.add(ids.map((profileId) => sample(noon, { profileId })));
    for (let turn = 0; turn < 8; turn++) history.maintain(noon + day + turn * minute);
    expect(database.prepare('SELECT count(*) AS count FROM raw').get()?.count).toBe(0);
    expect(database.prepare('SELECT count(*) AS count FROM minute').get()?.count).toBe(200);
  });
});

describe('a full disk', () => {
  it('refuses the readings as a whole, and the history goes on when there is room', () => {
    const { history, database } = setUp();
    history.add(everySecond(noon, noon + minute));
    const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const later = everySecond(noon + minute, noon + hour);
    expect(() => history.add(later)).toThrow(expect.objectContaining({ code: 'storage-full' }));
    const read = () => history.range({ id: madrid, from: noon, to: noon + hour, points: 4000 }).at;
    expect(read()).toHaveLength(60);
    database.exec('PRAGMA max_page_count = 1000000');
    history.add(later);
    history.maintain(noon + hour);
    expect(read()).toHaveLength(3600);
  });
});

describe('the time since when there is history', () => {
  const since = (history: ReturnType<typeof setUp>['history'], id: string) =>
    history.range({ id, from: noon + hour, to: noon + 2 * hour, points: 100 }).since;

  it('is that of the first reading, whatever range is asked for', () => {
    const { history } = setUp();
    expect(since(history, madrid)).toBeNull();
    history.add([sample(noon), sample(noon + second), sample(noon, { profileId: lima })]);
    expect(since(history, madrid)).toBe(noon);
  });

  it('is exact for as long as the reading is kept, then the start of its minute and of its hour', () => {
    const { history } = setUp();
    const first = noon + 10 * minute + 20 * second;
    history.add([sample(first), sample(first + second)]);
    history.maintain(noon + hour);
    expect(since(history, madrid)).toBe(first);
    maintain(history, noon + day);
    expect(since(history, madrid)).toBe(noon + 10 * minute);
    maintain(history, noon + 20 * day);
    expect(since(history, madrid)).toBe(noon);
  });
});
