import { describe, expect, it } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { levels } from '../../../../electron/store/history/levels.ts';
import { believedAfterMs } from '../../../../electron/store/history/retention.ts';
import { lima, madrid } from '../audit-entry.ts';
import { noon, sample } from '../samples.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import {
  day,
  everySecond,
  hour,
  maintain,
  minute,
  readingsIn,
  second,
  setUp,
} from './history-rig.ts';

describe('retention', () => {
  it('drops each level when its time is over, and shows the past from the next', () => {
    const { history } = setUp();
    const at = (time: number) => {
      const range = history.range({ id: madrid, from: noon, to: noon + 10 * minute, points: 4000 });
      return { time, level: range.level, points: range.at.length };
    };
    history.add(everySecond(noon, noon + 10 * minute));
    toEnd(history.maintain(noon + hour));
    expect(at(0)).toMatchObject({ level: 'raw', points: 600 });
    maintain(history, noon + levels.raw.keptMs + hour);
    expect(at(1)).toMatchObject({ level: 'minute', points: 10 });
    maintain(history, noon + levels.minute.keptMs + hour);
    expect(at(2)).toMatchObject({ level: 'hour', points: 1 });
    maintain(history, noon + levels.hour.keptMs + 2 * hour);
    expect(at(3)).toMatchObject({ level: 'day', points: 1 });
    maintain(history, noon + levels.day.keptMs + 2 * day);
    expect(at(4)).toMatchObject({ points: 0 });
  });

  it('drops nothing by a clock that was set ahead and is set right again', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + minute));
    toEnd(history.maintain(noon + minute));
    for (const step of [0, 1, 2]) toEnd(history.maintain(noon + 800 * day + step * minute));
    toEnd(history.maintain(noon + 2 * minute));
    const range = history.range({ id: madrid, from: noon, to: noon + hour, points: 4000 });
    expect(range).toMatchObject({ since: noon, level: 'raw' });
    expect(range.at).toHaveLength(60);
  });

  it('waits for a while after a long rest, and then drops what is past its time', () => {
    const { history, database } = setUp();
    history.add([sample(noon)]);
    toEnd(history.maintain(noon + minute));
    const rows = () => readingsIn(database).count;
    for (let passed = 0; passed < believedAfterMs; passed += 10 * minute) {
      toEnd(history.maintain(noon + 3 * day + passed));
      expect(rows()).toBe(1);
    }
    toEnd(history.maintain(noon + 3 * day + believedAfterMs));
    expect(rows()).toBe(0);
  });

  it('is applied where consoles run for less than it takes to believe the clock, each day', () => {
    const directory = temporaryDirectory();
    const oldest: number[] = [];
    for (let passed = 0; passed < 10; passed++) {
      const { history, database, close } = setUp(directory);
      const begin = noon + passed * day;
      for (let at = begin; at < begin + 25 * minute; at += minute) {
        history.add([sample(at, { now: at - begin })]);
        toEnd(history.maintain(at + 30 * second));
      }
      oldest.push((begin - readingsIn(database).since) / day);
      close();
    }
    expect(Math.max(...oldest)).toBeLessThan(3);
  });

  it('is by no clock that was ahead, where consoles ran by a right one for a while before and after', () => {
    const directory = temporaryDirectory();
    const runFor = (minutes: number, from: number): void => {
      const { history, close } = setUp(directory);
      for (let passed = 0; passed <= minutes; passed++)
        toEnd(history.maintain(from + passed * minute));
      close();
    };
    const { history, close } = setUp(directory);
    history.add([sample(noon)]);
    toEnd(history.maintain(noon + minute));
    history.add(everySecond(noon + 2 * day, noon + 2 * day + minute));
    close();
    runFor(25, noon + 2 * day);
    runFor(25, noon + 800 * day);
    runFor(25, noon + 2 * day + hour);
    runFor(10, noon + 800 * day);
    const { database } = setUp(directory);
    expect(readingsIn(database).count).toBe(60);
  });

  it('shows readings as they are after a clock that was ahead for long was set back', () => {
    const { history } = setUp();
    history.add([sample(noon)]);
    toEnd(history.maintain(noon));
    maintain(history, noon + 300 * day);
    toEnd(history.maintain(noon + minute));
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
    for (let turn = 0; turn < 8; turn++) toEnd(history.maintain(noon + day + turn * minute));
    expect(readingsIn(database).count).toBe(0);
    expect(database.prepare('SELECT count(*) AS count FROM minute').get()?.count).toBe(200);
  });

  it('goes on with the next proxies of a large fleet where another console ended', () => {
    const directory = temporaryDirectory();
    const rows = Array.from({ length: 8 }, (_, turn) => {
      const { history, database, close } = setUp(directory);
      if (turn === 0) {
        const ids = Array.from(
          { length: 200 },
          (_each, index) => `0b0f2f4e-8a53-4f0e-9d0c-${String(index).padStart(12, '0')}`,
        );
        history.add(ids.map((profileId) => sample(noon, { profileId })));
      }
      toEnd(history.maintain(noon + day + turn * minute));
      const { count } = readingsIn(database);
      close();
      return count;
    });
    expect(rows.at(-1)).toBe(0);
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
    toEnd(history.maintain(noon + hour));
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
    toEnd(history.maintain(noon + hour));
    expect(since(history, madrid)).toBe(first);
    maintain(history, noon + day);
    expect(since(history, madrid)).toBe(noon + 10 * minute);
    maintain(history, noon + 20 * day);
    expect(since(history, madrid)).toBe(noon);
  });
});
