import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { migrate } from '../../../../electron/store/database/schema.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { keptOf } from '../../../support/facts.ts';
import { auditEntry, madrid } from '../audit-entry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** What lies at `console.db`, made by these statements. */
function made(statements: string): { directory: string; file: string } {
  const directory = temporaryDirectory();
  const file = join(directory, 'console.db');
  const database = new DatabaseSync(file);
  database.exec(statements);
  database.close();
  return { directory, file };
}

/** One of ours with an entry in the audit log. */
function ours(): { directory: string; file: string } {
  const directory = temporaryDirectory();
  const { database, close } = openDatabase(directory);
  createAuditLog(database).add(auditEntry({ at: 1 }));
  close();
  return { directory, file: join(directory, 'console.db') };
}

function edited(statements: string) {
  const place = ours();
  const database = new DatabaseSync(place.file);
  database.exec(statements);
  database.close();
  return place;
}

const tables = 'CREATE TABLE note (text); INSERT INTO note VALUES (1);';

const cases: readonly (readonly [
  string,
  string,
  number,
  () => { directory: string; file: string },
])[] = [
  ['of version 0 with tables of another program', 'history-foreign', 0, () => made(tables)],
  [
    'with the mark of another program',
    'history-foreign',
    0,
    () => made(`${tables} PRAGMA application_id = 1; PRAGMA user_version = 1;`),
  ],
  [
    'of a high version, without our mark',
    'history-foreign',
    0,
    () => made(`${tables} PRAGMA user_version = 7;`),
  ],
  ['without any table', 'history-emptied', 0, () => made('PRAGMA user_version = 1; VACUUM;')],
  ['of ours, without one of its tables', 'history-emptied', 1, () => edited('DROP TABLE recent;')],
  [
    'of ours, without one of its columns',
    'history-emptied',
    1,
    () => edited('ALTER TABLE event DROP COLUMN detail;'),
  ],
  ['of ours, set to version 0', 'history-emptied', 1, () => edited('PRAGMA user_version = 0;')],
  [
    'of ours, with a version below 0',
    'history-emptied',
    1,
    () => edited('PRAGMA user_version = -1;'),
  ],
];

describe('a database', () => {
  it.each(cases)('%s is set aside unwritten (%s)', (_, code, auditEntries, make) => {
    const { directory, file } = make();
    const before = readFileSync(file);
    const { database, notices, close } = openDatabase(directory);
    expect(notices).toMatchObject([{ code, detail: { file: 'console.db', auditEntries } }]);
    expect(readFileSync(join(directory, keptOf(notices[0])))).toEqual(before);
    const log = createAuditLog(database);
    expect(log.list({ limit: 10 })).toHaveLength(auditEntries);
    log.add(auditEntry({ at: 2 }));
    close();
    const again = openDatabase(directory);
    expect(again.notices).toEqual([]);
    again.close();
  });

  it('of no bytes is not taken for a new one, and its journal is kept with it', () => {
    const { directory, file } = ours();
    // As it lies while the console runs: the last entries are in the journal alone.
    const { database, close } = openDatabase(directory);
    createAuditLog(database).add(auditEntry({ at: 2 }));
    const journal = readFileSync(`${file}-wal`);
    copyFileSync(`${file}-wal`, join(directory, 'journal'));
    close();
    copyFileSync(join(directory, 'journal'), `${file}-wal`);
    truncateSync(file);
    const next = openDatabase(directory);
    expect(next.notices).toMatchObject([{ code: 'history-emptied' }]);
    const kept = join(directory, keptOf(next.notices[0]));
    expect(readFileSync(`${kept}-wal`)).toEqual(journal);
    next.close();
  });

  it('of release 0.1, which set no mark, is ours', () => {
    const directory = temporaryDirectory();
    const before = new DatabaseSync(join(directory, 'console.db'));
    migrate(before, 1);
    before.exec(
      `INSERT INTO audit (at, profile_id, profile_name, actor, setting, before, requested, after, outcome, undoes)
       VALUES (1, '${madrid}', 'Madrid', 'ana', 'transformation', NULL, 'cat', 'cat', 'verified', NULL)`,
    );
    before.close();
    const { database, notices, close } = openDatabase(directory);
    expect(notices).toEqual([]);
    const audit = createAuditLog(database);
    expect(audit.list({ limit: 10 })).toMatchObject([{ at: 1, requested: 'cat' }]);
    expect(audit.verify()).toMatchObject({ whole: true, records: 1 });
    close();
  });

  it('that another program is writing just now loses nothing by being set aside', () => {
    const directory = temporaryDirectory();
    const file = join(directory, 'console.db');
    const other = new DatabaseSync(file);
    other.exec(`PRAGMA journal_mode = WAL; ${tables}`);
    const { notices, close } = openDatabase(directory);
    expect(notices).toMatchObject([{ code: 'history-foreign' }]);
    other.close();
    close();
    const kept = new DatabaseSync(join(directory, keptOf(notices[0])));
    expect(kept.prepare('SELECT text FROM note').all()).toHaveLength(1);
    kept.close();
  });

  it('with a journal that was never played back is not played back into', () => {
    const { directory, file } = made(tables);
    const other = new DatabaseSync(file);
    other.exec('PRAGMA cache_size = 1; BEGIN; CREATE TABLE big (text);');
    for (let row = 0; row < 300; row++) other.exec(`INSERT INTO big VALUES ('${'x'.repeat(500)}')`);
    const [bytes, journal] = [readFileSync(file), readFileSync(`${file}-journal`)];
    other.close();
    writeFileSync(file, bytes);
    writeFileSync(`${file}-journal`, journal);
    const { notices, close } = openDatabase(directory);
    const kept = join(directory, keptOf(notices[0]));
    expect(readFileSync(kept)).toEqual(bytes);
    expect(existsSync(`${kept}-journal`)).toBe(true);
    close();
  });
});
