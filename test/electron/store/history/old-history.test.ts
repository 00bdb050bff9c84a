import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { migrate } from '../../../../electron/store/database/schema.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { levels } from '../../../../electron/store/history/levels.ts';
import { madrid } from '../audit-entry.ts';
import { noon, sample } from '../samples.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const second = 1000;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A directory with a database of version 2, which kept no round trips and missed polls: of one proxy two readings that are rolled up, of noon
 * and a second later, and one that is not, another second later.
 */
function directoryOfVersion2(): string {
  const directory = temporaryDirectory();
  const database = new DatabaseSync(join(directory, 'console.db'));
  migrate(database, 2);
  database.prepare('INSERT INTO proxy VALUES (1, ?)').run(madrid);
  const raw = database.prepare('INSERT INTO raw VALUES (1, ?, ?, ?, ?, 0)');
  raw.run(noon, 1, 10, 0.5);
  raw.run(noon + second, 3, 30, 1.5);
  for (const level of ['minute', 'hour']) {
    database
      .prepare(
        `INSERT INTO ${level} VALUES (1, ?, 2,4,1,3,3, 2,40,10,30,30, 2,2,0.5,1.5,1.5, ?, 0)`,
      )
      .run(noon, noon + second);
  }
  database.prepare('INSERT INTO recent VALUES (0, ?, 1, 8, 80, 4, 0)').run(noon + 2 * second);
  database.close();
  return directory;
}

function open(directory: string) {
  const { database, notices, close } = openDatabase(directory);
  onTestFinished(close);
  return { history: createHistory(database), notices, close };
}

const shown = (history: ReturnType<typeof createHistory>, span: number) =>
  history.range({ id: madrid, from: noon, to: noon + span, points: 100 });

it('a history of version 2 is shown in each level, with no round trips', () => {
  const { history, notices } = open(directoryOfVersion2());
  expect(notices).toEqual([]);
  const raw = history.range({ id: madrid, from: noon, to: noon + minute, points: 1000 });
  expect(raw).toMatchObject({
    since: noon,
    level: 'raw',
    at: [noon, noon + second, noon + 2 * second],
    connections: { mean: [1, 3, 8] },
    roundTripMs: { min: [null, null, null], mean: [null, null, null], max: [null, null, null] },
    missed: { mean: [null, null, null] },
  });
  for (const span of [day, 30 * day, 900 * day]) {
    expect(shown(history, span)).toMatchObject({
      at: [noon],
      connections: { min: [1], mean: [4], max: [8] },
      bytesPerSecond: { min: [10], mean: [40], max: [80] },
      roundTripMs: { mean: [null] },
    });
  }
});

it('a minute, an hour and a day that began in version 2 go on in this one', () => {
  const directory = directoryOfVersion2();
  const first = open(directory);
  first.history.add([
    sample(noon + 40 * second, { connections: 0n, bytesPerSecond: 0, roundTripMs: 5, missed: 1 }),
  ]);
  const ranges = () => [day, 30 * day, 900 * day].map((span) => shown(first.history, span));
  const before = ranges();
  for (const range of before) {
    expect(range).toMatchObject({
      at: [noon],
      connections: { min: [0], mean: [3], max: [8] },
      roundTripMs: { min: [5], mean: [5], max: [5] },
      missed: { min: [1], mean: [1], max: [1] },
    });
  }
  toEnd(first.history.maintain(noon + minute));
  expect(ranges()).toEqual(before);
  first.close();
  const again = open(directory);
  expect([day, 30 * day, 900 * day].map((span) => shown(again.history, span))).toEqual(before);
});

it('what version 2 kept goes with its retention, and with its profile', () => {
  const kept = open(directoryOfVersion2()).history;
  toEnd(kept.maintain(noon + levels.minute.keptMs + hour));
  expect(shown(kept, minute)).toMatchObject({ level: 'hour', at: [noon] });
  const forgotten = open(directoryOfVersion2()).history;
  forgotten.forget(madrid);
  for (const span of [minute, day, 30 * day, 900 * day]) {
    expect(shown(forgotten, span)).toMatchObject({ since: null, at: [] });
  }
});
