import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createMarksReader } from '../../../../electron/store/history/marks.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { auditReadsOf } from '../../../../electron/store/thread/asked.ts';
import { storeHere } from '../../../../electron/store/thread/store-here.ts';
import { auditEntry, lima, madrid } from '../audit-entry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** A log of five entries, of which the third was begun and concluded. */
function filled() {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const log = createAuditLog(database);
  log.add(auditEntry({ at: 1 }));
  log.add(auditEntry({ at: 2 }));
  const { after: _after, outcome: _outcome, ...begun } = auditEntry({ at: 3, requested: 'rev' });
  const { id } = log.begin(begun);
  log.conclude(id, { before: null, after: 'rev', outcome: 'verified' }, 'concluded', 4);
  log.add(auditEntry({ at: 5 }));
  log.add(auditEntry({ at: 6 }));
  const aside = auditReadsOf(storeHere({ database, onFault: (what) => expect.fail(what) }));
  return { database, log, aside };
}

describe('the chain of the audit log', () => {
  it('is whole as it was written', () => {
    const { log } = filled();
    expect(log.verify()).toMatchObject({ whole: true, records: 6 });
    expect(log.get(3)).toMatchObject({ requested: 'rev', after: 'rev', outcome: 'verified' });
  });

  it('is whole where nothing was written', () => {
    const { database, close } = openDatabase(temporaryDirectory());
    onTestFinished(close);
    expect(createAuditLog(database).verify()).toEqual({ whole: true, records: 0, head: '' });
  });

  it.each<readonly [string, (database: DatabaseSync) => void, object]>([
    [
      'an altered entry',
      (database) => database.exec("UPDATE audit SET actor = 'nobody' WHERE id = 2"),
      { case: 'entry', entry: 2 },
    ],
    [
      'an entry that is gone',
      (database) => database.exec('DELETE FROM audit WHERE id = 5'),
      { case: 'entry', entry: 5 },
    ],
    [
      'an entry that nobody recorded',
      (database) =>
        database.exec(
          'INSERT INTO audit SELECT 9, at, profile_id, profile_name, actor, setting, before, requested, after, outcome, undoes, NULL, plan, shell, remote FROM audit WHERE id = 1',
        ),
      { case: 'entry', entry: 9 },
    ],
    [
      'an entry and its record, altered alike',
      (database) =>
        database.exec(
          "UPDATE audit SET actor = 'nob' WHERE id = 2; UPDATE audit_record SET body = replace(body, '\"ana\"', '\"nob\"') WHERE entry = 2",
        ),
      { case: 'record', seq: 2, entry: 2 },
    ],
    [
      'an entry that is gone with its record',
      (database) =>
        database.exec('DELETE FROM audit WHERE id = 2; DELETE FROM audit_record WHERE entry = 2'),
      { case: 'missing', after: 1 },
    ],
    [
      'an end that is gone',
      (database) =>
        database.exec('DELETE FROM audit WHERE id = 5; DELETE FROM audit_record WHERE entry = 5'),
      { case: 'missing', after: 5 },
    ],
    [
      'two records in each other’s place',
      (database) =>
        database.exec(
          `UPDATE audit_record SET seq = 99 WHERE seq = 1; UPDATE audit_record SET seq = 1 WHERE seq = 2;
           UPDATE audit_record SET seq = 2 WHERE seq = 99`,
        ),
      { case: 'record', seq: 1 },
    ],
    [
      'a record that is none',
      (database) => database.exec("UPDATE audit_record SET body = 'none' WHERE seq = 4"),
      { case: 'record', seq: 4 },
    ],
  ])('shows %s', (_, alter, wrong) => {
    const { database, log } = filled();
    alter(database);
    expect(log.verify()).toMatchObject({ whole: false, wrong });
  });
});

describe('a check beside other work', () => {
  it('finds the same as one at once, while entries are added, and lets others have their turn', async () => {
    const { log, aside } = filled();
    for (let n = 0; n < 500; n++) log.add(auditEntry({ at: 10 + n }));
    const records = log.verify();
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const told: { checked: number; of: number }[] = [];
    const check = aside.verifyAside(new AbortController().signal, (progress) => {
      if (told.push(progress) === 1) log.add(auditEntry({ at: 1000 }));
    });
    expect(await check).toEqual(records);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    expect(told.length).toBeGreaterThan(2);
    expect(told.map(({ checked }) => checked)).toEqual(told.map((_, turn) => 200 * (turn + 1)));
    expect(told.every(({ checked, of }) => of >= 1000 && checked <= of)).toBe(true);
  });

  it('ends where nobody waits for it any more', async () => {
    const { log, aside } = filled();
    for (let n = 0; n < 500; n++) log.add(auditEntry({ at: 10 + n }));
    const leaving = new AbortController();
    const check = aside.verifyAside(leaving.signal, () => {});
    leaving.abort(new Error('gone'));
    await expect(check).rejects.toThrow('gone');
  });
});

describe('an entry that cannot be read', () => {
  it('keeps nobody from the others, nor from those on the next page, and is found by the check', async () => {
    const { database, log, aside } = filled();
    database.exec("UPDATE audit SET outcome = 'of another release' WHERE id = 4");
    expect(log.list({ limit: 100 }).map(({ id }) => id)).toEqual([5, 3, 2, 1]);
    expect(log.list({ limit: 2 }).map(({ id }) => id)).toEqual([5, 3]);
    const { signal } = new AbortController();
    expect(await aside.overview(signal)).toEqual({ actors: ['ana'], unreadable: 1 });
    expect(log.verify()).toMatchObject({ whole: false, wrong: { case: 'entry', entry: 4 } });
  });

  it.each([
    "shell = 'of another release'",
    "outcome = 'of another release'",
    "setting = 'of another release'",
  ])('is passed over by every read: %s', (set) => {
    const { database, log } = filled();
    const { after: _after, outcome: _outcome, ...begun } = auditEntry({ at: 7, plan: lima });
    const unreadable = log.begin(begun);
    const open = log.begin(begun);
    const record = log.lastRecord() - 2;
    database.exec(`UPDATE audit_record SET body = replace(body, '"writer":"', '"writer":"x')`);
    database.exec(`UPDATE audit SET ${set} WHERE id = ${unreadable.id}`);
    expect(log.get(unreadable.id)).toBeUndefined();
    expect(log.unsettled().map(({ entry }) => entry.id)).toEqual([open.id]);
    expect(log.ofPlan(lima)).toEqual([open]);
    expect(log.since(open.profileId, 'transformation', 7)).toEqual([open]);
    expect(log.changedElsewhereSince(record)).toEqual([open]);
  });

  it('is no mark of the history', () => {
    const { database } = filled();
    database.exec("UPDATE audit SET shell = 'of another release' WHERE id IN (4, 5)");
    const marks = createMarksReader(database);
    const query = { proxy: null, profileId: madrid, from: 0, to: 100 };
    expect(marks(query, { origin: 0, width: 1 }).map(({ at }) => at)).toEqual([1, 2, 3]);
  });
});

describe('a record that is no JSON', () => {
  it('is one of another process, and ends nobody’s look', () => {
    const { database, log } = filled();
    const insert = database.prepare(
      'INSERT INTO audit_record (entry, body, hash) VALUES (?, ?, ?)',
    );
    insert.run(2, 'no json', 'h');
    expect(log.changedElsewhereSince(0).map(({ id }) => id)).toEqual([2]);
  });
});
