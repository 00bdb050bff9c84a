import { expect, it, onTestFinished } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createDriftStore } from '../../../../electron/store/drift.ts';
import { createConsoleRuns } from '../../../../electron/store/history/console-runs.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { pack, unpack } from '../../../../electron/store/history/packed.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { createEventLog } from '../../../../electron/store/logs/events.ts';
import { auditEntry, madrid } from '../audit-entry.ts';
import { noon, sample } from '../samples.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Integers that SQLite holds and no number does, and numbers that are no time. */
const noTimes = [
  '9000000000000000000',
  '-9000000000000000000',
  '8900000000000000',
  '-8700000000000000',
];

function opened() {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  return database;
}

it.each(noTimes)('of events at %s the others are read', (time) => {
  const database = opened();
  const log = createEventLog(database);
  const event = { profileId: madrid, profileName: 'Madrid', kind: 'restarted' } as const;
  const facts = { ...event, detail: { restarts: 1 } };
  const [first, second] = log.add([
    { ...facts, at: noon },
    { ...facts, at: noon + 1 },
    { ...facts, at: noon + 2 },
  ]);
  database.exec(`UPDATE event SET at = ${time} WHERE id = ${second?.id}`);
  const ids = log.list({ limit: 10 }).map(({ id }) => id);
  expect(ids).toEqual([(first?.id ?? 0) + 2, first?.id]);
  expect(toEnd(log.count({})).count).toBe(2);
  expect(log.after(0).events).toHaveLength(2);
});

it.each(noTimes)('of changes at %s the others are read, and the check tells of it', (time) => {
  const database = opened();
  const log = createAuditLog(database);
  for (const at of [noon, noon + 1, noon + 2]) log.add(auditEntry({ at, profileId: madrid }));
  database.exec(`UPDATE audit SET at = ${time} WHERE id = 2`);
  expect(log.list({ limit: 10 }).map(({ id }) => id)).toEqual([3, 1]);
  expect(log.verify()).toMatchObject({ whole: false, wrong: { case: 'entry', entry: 2 } });
  database.exec(`UPDATE audit SET at = ${noon}, undoes = ${time} WHERE id = 2`);
  expect(log.list({ limit: 10 }).map(({ id }) => id)).toContain(1);
});

it.each(noTimes)('of spans in which a console ran to or from %s the others are read', (time) => {
  const database = opened();
  const runs = createConsoleRuns(database);
  database.exec(`INSERT INTO console_run VALUES (${noon - 1}, ${time}), (${time}, ${noon + 99})`);
  runs.note(noon, noon);
  runs.note(noon + 60_000, noon);
  expect(runs.within({ from: noon - 10, to: noon + 100_000 })).toEqual([
    { from: noon, to: noon + 60_000 },
  ]);
});

it.each(noTimes)('of the history with readings and restarts at %s the others are read', (time) => {
  const database = opened();
  const history = createHistory(database);
  history.add([sample(noon, { profileId: madrid }), sample(noon + 1000, { profileId: madrid })]);
  const { key } = database.prepare('SELECT key FROM proxy').get() ?? {};
  database.exec(`INSERT INTO restart VALUES (${key}, ${time})`);
  database.exec(`UPDATE recent SET at = ${time}, count = ${time}`);
  const [reading, other] = unpack(database.prepare('SELECT readings FROM recent').get()?.readings);
  if (reading === undefined || other === undefined) throw new Error('nothing was packed');
  const packed = pack([{ ...reading, at: Number(time) }, other]);
  database.prepare('UPDATE recent SET readings = ?').run(packed);
  // A batch that is no batch, and one of no part.
  database.exec(`INSERT INTO recent (part, at, count, readings) VALUES (0, ${noon}, 1, x'0102'),
    (${time}, ${noon}, 1, x'0102')`);
  const again = createHistory(database);
  const range = again.range({ id: madrid, from: noon - 1, to: noon + 2000, points: 10 });
  expect(range.at).toEqual([noon + 1000]);
  expect(range.since).toBe(noon + 1000);
  toEnd(again.maintain(noon + 60_000));
  database.exec(`INSERT INTO raw_block (proxy, at, first, count, readings)
    VALUES (${key}, ${time}, ${time}, ${time}, x'01'), (${key}, ${noon}, ${noon}, 1, x'01')`);
  expect(again.range({ id: madrid, from: noon - 1, to: noon + 2000, points: 10 }).at).toEqual([
    noon + 1000,
  ]);
  expect(toEnd(again.kept()).levels[0]).toMatchObject({ level: 'raw', since: noon });
});

it.each(noTimes)('of settings that deviate since %s the others are read', (time) => {
  const database = opened();
  const drift = createDriftStore(database);
  drift.put(madrid, 'transformation', noon);
  database.exec(`INSERT INTO drift VALUES ('x', 'bufferSize', ${time})`);
  expect([...drift.all().values()]).toEqual([noon]);
});
