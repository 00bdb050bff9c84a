import { DatabaseSync } from 'node:sqlite';
import { migrations } from './migrations.ts';

/** The version of the format, as the file says. */
export function readVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}

/** Brings the tables up to this release's version. */
export function migrate(database: DatabaseSync, to = migrations.length): void {
  // Another process may be at it at the same moment: who comes second finds it done.
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const step of migrations.slice(readVersion(database), to)) {
      if (typeof step === 'string') database.exec(step);
      else step(database);
    }
    database.exec(`PRAGMA user_version = ${to}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Whether every table and column of this version is there. */
export function hasTables(database: DatabaseSync, version: number): boolean {
  const found = new Set(columnsOf(database));
  const model = new DatabaseSync(':memory:');
  try {
    migrate(model, version);
    return columnsOf(model).every((column) => found.has(column));
  } finally {
    model.close();
  }
}

/** Each as `table.column`. */
function columnsOf(database: DatabaseSync): readonly string[] {
  const columns = database.prepare(
    `SELECT tables.name || '.' || columns.name AS name
     FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'`,
  );
  return columns.all().map(({ name }) => String(name));
}
