import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createAlertStore } from '../../../../electron/store/alerts.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { migrations } from '../../../../electron/store/database/migrations.ts';
import { migrate } from '../../../../electron/store/database/schema.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { createEventLog } from '../../../../electron/store/logs/events.ts';
import { madrid } from '../audit-entry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** What the steps of a release were when it was: the first steps, each as SHA-256 of its statements. A step is added here when it is released. */
const released = ['4bb85e7010453ae45a62457f146f70d6b32db17d409c15be9ba90eb3382a5368'];

const at = Date.UTC(2026, 0, 1, 12);

/** What is put into a column that has no default, by its name, so that it can be read; else by its type. */
const told: Readonly<Record<string, string | number | null>> = {
  at,
  profile_id: madrid,
  profile_name: 'Madrid',
  actor: 'ana',
  setting: 'transformation',
  before: null,
  requested: 'cat',
  after: 'cat',
  outcome: 'verified',
  undoes: null,
  plan: null,
  writer: null,
  shell: null,
  remote: null,
  over_at: null,
  removed_at: null,
  decision: null,
};
/** Of single tables, where a name means something else. */
const toldOf: Readonly<Record<string, Readonly<Record<string, string | number | null>>>> = {
  event: { kind: 'disconnected', detail: '{"code":"connect-timeout"}' },
  proxy: { key: 1, id: madrid },
  recent: { part: 0, proxy: 1, fresh: 0 },
  raw: { proxy: 1, fresh: 0 },
  plan_step: { plan: 'p', step: '{"production":true}', writer: null },
  plan_work: { plan: 'p', writer: 'w' },
  canary: { plan: 'p', writer: 'w' },
  plan_deed: { plan: 'p' },
  drift: { profile_id: madrid, setting: 'transformation' },
};

interface Column {
  readonly name: string;
  readonly type: string;
}

function tablesOf(database: DatabaseSync): readonly string[] {
  return database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => String(name));
}

function columnsOf(database: DatabaseSync, table: string): readonly Column[] {
  return database
    .prepare(`SELECT name, type FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name, type }) => ({ name: String(name), type: String(type) }));
}

/** One row in each table that has none yet and is not filled by records of others. */
function fill(database: DatabaseSync): readonly string[] {
  const tables = tablesOf(database).filter((table) => table !== 'audit_record');
  for (const table of tables) {
    const columns = columnsOf(database, table);
    const values = columns.map(({ name, type }) => {
      const known = toldOf[table]?.[name] ?? told[name];
      if (known !== undefined) return known;
      if (type === 'BLOB') return new Uint8Array();
      return type === 'TEXT' ? `${table} ${name}` : 1;
    });
    database
      .prepare(
        `INSERT OR IGNORE INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      .run(...values);
  }
  return tables;
}

const rowsOf = (database: DatabaseSync, table: string): readonly unknown[] =>
  database.prepare(`SELECT * FROM ${table}`).all();

describe('a database of each version', () => {
  // The records of an entry are written beside it: before there were any, they are made of the entries.
  const firstWithRecords = migrations.findIndex((step) => typeof step !== 'string') + 1;

  it.each(migrations.map((_, version) => version + 1))(
    '%d keeps a row of each of its tables',
    (version) => {
      const directory = temporaryDirectory();
      const before = new DatabaseSync(join(directory, 'console.db'));
      migrate(before, version);
      const tables = fill(before);
      const rows = new Map(tables.map((table) => [table, rowsOf(before, table)]));
      before.close();
      const { database, notices, close } = openDatabase(directory);
      expect(notices).toEqual([]);
      const now = tablesOf(database);
      for (const table of tables) {
        const kept = [table, `old_${table}`].filter((name) => now.includes(name));
        const count = kept.reduce((sum, name) => sum + rowsOf(database, name).length, 0);
        const filled = rows.get(table)?.length ?? 0;
        expect(filled, table).toBeGreaterThan(0);
        expect(count, table).toBeGreaterThanOrEqual(filled);
      }
      const audit = createAuditLog(database);
      expect(audit.list({ limit: 10 })).toMatchObject([{ actor: 'ana', requested: 'cat' }]);
      if (version < firstWithRecords)
        expect(audit.verify()).toMatchObject({ whole: true, records: 1 });
      expect(createEventLog(database).list({ limit: 10 })).toMatchObject([
        { kind: 'disconnected' },
      ]);
      const range = { id: madrid, from: at - 60_000, to: at + 60_000, points: 200 };
      expect(createHistory(database).range(range).at).not.toEqual([]);
      expect(createAlertStore(database).rules.list().length).toBeGreaterThan(0);
      close();
    },
  );
});

it('the steps of a release are as they were released', () => {
  const hashes = migrations
    .slice(0, released.length)
    .map((step) => createHash('sha256').update(String(step)).digest('hex'));
  expect(hashes).toEqual(released);
});
