import { expect, it, onTestFinished } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createDriftStore } from '../../../../electron/store/drift.ts';
import { createConsoleRuns } from '../../../../electron/store/history/console-runs.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { pack, unpack } from '../../../../electron/store/history/packed.ts';
import { knownSince } from '../../../../electron/store/known-since.ts';
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
  expect(toEnd(log.count({}))).toMatchObject({ count: 2, unreadable: 1 });
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

const noIds = ['9100000000000000000', '-9100000000000000000'];

it.each(noIds)('beside an event and a change of the id %s the others are read and marked', (id) => {
  const database = opened();
  const log = createEventLog(database);
  const restarted = { profileId: madrid, profileName: 'Madrid', kind: 'restarted' } as const;
  log.add([{ ...restarted, at: noon, detail: { restarts: 1 } }]);
  const audit = createAuditLog(database);
  for (const at of [noon, noon + 1]) audit.add(auditEntry({ at, profileId: madrid }));
  database.exec(`INSERT INTO event SELECT ${id}, at, profile_id, profile_name, 'changed-elsewhere', detail FROM event;
    UPDATE audit SET id = ${id} WHERE id = 2`);
  expect(log.list({ limit: 10 }).map((event) => event.id)).toEqual([1]);
  expect(log.list({ limit: 10, from: 0, to: noon + 1 }).map((event) => event.id)).toEqual([1]);
  expect(toEnd(log.count({}))).toMatchObject({ count: 1, newest: 1, unreadable: 1 });
  expect(log.after(0)).toMatchObject({ events: [{ id: 1 }], newest: 1 });
  expect(knownSince(database).events).toBeNull();
  expect(audit.list({ limit: 10 }).map((entry) => entry.id)).toEqual([1]);
  const range = { id: madrid, from: noon - 1, to: noon + 2000, points: 10 };
  expect(createHistory(database).range(range).marks).toMatchObject([{ kind: 'change' }]);
});

const huge = '9100000000000000000';

it.each([
  `bytes_count = ${huge}`,
  'bytes_count = -1',
  'bytes_sum = 9e999',
  'bytes_sum = 9e999, bytes_max = 9e999',
])('of minutes with %s the others are read, and are added to', (damage) => {
  const database = opened();
  const history = createHistory(database);
  const day = 86_400_000;
  const readings = (at: number) => sample(at, { profileId: madrid });
  history.add([readings(noon), readings(noon + 600_000)]);
  toEnd(history.maintain(noon));
  database.exec(`UPDATE minute SET ${damage} WHERE at = ${noon};
    UPDATE hour SET ${damage}; UPDATE day SET ${damage}`);
  const shown = () => history.range({ id: madrid, from: noon, to: noon + day, points: 1000 });
  const good = (range: ReturnType<typeof shown>) =>
    range.bytesPerSecond.mean.filter((mean) => mean !== null);
  expect(good(shown())).toEqual([100]);
  for (const points of [2, 20])
    expect(good(history.range({ id: madrid, from: noon, to: noon + 900 * day, points }))).toEqual(
      [],
    );
  history.add([readings(noon + 1000), readings(noon + 601_000)]);
  toEnd(history.maintain(noon));
  expect(good(shown())).toContain(100);
  expect(toEnd(history.kept()).levels[1]).toMatchObject({ rows: 2 });
});

it('a proxy of which it is not known any more what was counted is counted from its next reading on', () => {
  const database = opened();
  const reading = (at: number, bytes: bigint) =>
    sample(at, { profileId: madrid, transferredBytes: bytes });
  createHistory(database).add([reading(noon, 100n)]);
  database.exec("UPDATE counted_last SET counter_bytes = 'many'");
  const again = createHistory(database);
  again.add([reading(noon + 60_000, 200n)]);
  again.add([reading(noon + 120_000, 250n)]);
  const totals = again.totals({ id: madrid, from: noon + 60_000, to: noon + 180_000 });
  expect(totals.moved).toMatchObject({ bytes: '50' });
});

it.each(noTimes)('of settings that deviate since %s the others are read', (time) => {
  const database = opened();
  const drift = createDriftStore(database);
  drift.put(madrid, 'transformation', noon);
  database.exec(`INSERT INTO drift VALUES ('x', 'bufferSize', ${time})`);
  expect([...drift.all().values()]).toEqual([noon]);
});
