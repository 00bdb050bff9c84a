import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import {
  bytesOfRow,
  estimatedBytes,
  historyLevels,
  keptChoices,
  keptMsOf,
  usuallyKept,
} from '../../../../shared/model/history-kept.ts';
import { madrid } from '../audit-entry.ts';
import { noon, sample } from '../samples.ts';
import { day, everySecond, hour, minute, readingsIn, setUp } from './history-rig.ts';

const usual = keptMsOf(usuallyKept);
const ofHour = keptMsOf({ ...usuallyKept, readingsKeptHours: 1 });

const idOf = (index: number): string =>
  `0b0f2f4e-8a53-4f0e-9d0c-${String(index).padStart(12, '0')}`;

describe('what can be chosen', () => {
  it('never keeps a coarser level shorter than a finer one', () => {
    for (const [index, level] of historyLevels.entries()) {
      const coarser = historyLevels[index + 1];
      if (coarser === undefined) continue;
      const longest = Math.max(...keptChoices[level].choices) * keptChoices[level].ms;
      const shortest = Math.min(...keptChoices[coarser].choices) * keptChoices[coarser].ms;
      expect(shortest, coarser).toBeGreaterThanOrEqual(longest);
    }
  });
});

describe('a level that is kept for less time', () => {
  it('drops what is older at the next upkeep, without waiting, and shows the past from the next level', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + 10 * minute));
    toEnd(history.maintain(noon + 3 * hour, usual));
    const shown = () => history.range({ id: madrid, from: noon, to: noon + minute, points: 1000 });
    expect(shown().level).toBe('raw');
    toEnd(history.maintain(noon + 3 * hour + minute, ofHour));
    expect(shown()).toMatchObject({ level: 'minute', at: [noon] });
  });

  it('is complete only from where it was dropped, when it is kept for longer again', () => {
    const { history } = setUp();
    history.add(everySecond(noon, noon + minute));
    toEnd(history.maintain(noon + 3 * hour, ofHour));
    toEnd(history.maintain(noon + 3 * hour + minute, usual));
    const { level } = history.range({ id: madrid, from: noon, to: noon + minute, points: 1000 });
    expect(level).toBe('minute');
  });

  it('is dropped in parts, between which others write', () => {
    const { history, database } = setUp();
    const proxies = 10;
    for (let index = 0; index < proxies; index++)
      history.add(everySecond(noon, noon + 40 * minute, { profileId: idOf(index) }));
    for (const turn of [0, 1]) toEnd(history.maintain(noon + 3 * hour + turn * minute, usual));
    const rows = () => readingsIn(database).count;
    expect(rows()).toBe(proxies * 2400);
    const left: number[] = [];
    const steps = history.maintain(noon + 3 * hour + 2 * minute, ofHour);
    while (!steps.next().done) left.push(rows());
    const dropped = left.slice(1).map((now, index) => (left[index] ?? now) - now);
    expect(left.at(-1)).toBe(0);
    // A part ends with the portion of a proxy in which it had enough: some hundreds of blocks.
    expect(Math.max(...dropped)).toBeLessThanOrEqual(22_000);
    expect(dropped.filter((count) => count > 0).length).toBeGreaterThan(1);
  });
});

describe('what is kept', () => {
  it('is told by level, with what is not rolled up yet', () => {
    const { history, directory } = setUp();
    expect(toEnd(history.kept())).toMatchObject({ proxies: 0, counted: 0 });
    history.add(everySecond(noon, noon + 2 * minute));
    toEnd(history.maintain(noon + 2 * minute));
    history.add([sample(noon + 3 * minute)]);
    const kept = toEnd(history.kept());
    expect(kept.levels).toEqual([
      { level: 'raw', since: noon, rows: 121, bytes: 121 * bytesOfRow.raw },
      { level: 'minute', since: noon, rows: 2, bytes: 2 * bytesOfRow.minute },
      { level: 'hour', since: noon, rows: 1, bytes: bytesOfRow.hour },
      { level: 'day', since: noon - (noon % day), rows: 1, bytes: bytesOfRow.day },
    ]);
    expect(kept).toMatchObject({ proxies: 1, counted: 1 });
    const files = ['console.db', 'console.db-wal'].map((name) => statSync(join(directory, name)));
    expect(kept.fileBytes).toBe(files.reduce((sum, { size }) => sum + size, 0));
  });

  it('is counted of some of very many proxies', () => {
    const { history } = setUp();
    history.add(
      Array.from({ length: 250 }, (_, index) => sample(noon, { profileId: idOf(index) })),
    );
    for (let turn = 0; turn < 4; turn++) toEnd(history.maintain(noon + minute));
    const kept = toEnd(history.kept());
    expect(kept).toMatchObject({ proxies: 250, counted: 100 });
    expect(kept.levels.map(({ rows }) => rows)).toEqual([250, 250, 250, 250]);
  });
});

it('the estimate counts no more rows than there are readings', () => {
  const ofSecond = estimatedBytes(usual, [1000]);
  expect(estimatedBytes(usual, [1000, 1000])).toBe(2 * ofSecond);
  const ofTenMinutes = estimatedBytes(usual, [10 * minute]);
  expect(ofTenMinutes).toBeLessThan(ofSecond);
  expect(estimatedBytes({ raw: hour, minute: 0, hour: 0, day: 0 }, [1000])).toBe(
    3600 * bytesOfRow.raw,
  );
});
