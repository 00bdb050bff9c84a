import type { DatabaseSync } from 'node:sqlite';

/** As columns of the table that was. */
const values = ['connections', 'bytes', 'accesses', 'round_trip', 'missed'];
const proxiesInPart = 64;
const mostInBatch = 64;

/**
 * A part of a migration, and as released as it is: from now on readings that wait are packed, those of a part of the proxies and a batch in one row,
 * and those that are rolled up in blocks of one proxy. What waits is packed; what lies in `raw` stays, and goes with its retention.
 */
export function readingsInBlocks(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE recent RENAME TO recent_row;
    CREATE TABLE recent (
      id INTEGER PRIMARY KEY,
      part INTEGER NOT NULL,
      at INTEGER NOT NULL,
      count INTEGER NOT NULL,
      readings BLOB NOT NULL
    ) STRICT;
    CREATE INDEX recent_of_part ON recent (part, at, count);
    CREATE TABLE raw_block (
      id INTEGER PRIMARY KEY,
      proxy INTEGER NOT NULL,
      at INTEGER NOT NULL,
      first INTEGER NOT NULL,
      count INTEGER NOT NULL,
      readings BLOB NOT NULL
    ) STRICT;
    CREATE INDEX raw_block_in_time ON raw_block (proxy, at, first, count);
  `);
  const insert = database.prepare(
    'INSERT INTO recent (part, at, count, readings) VALUES (?, ?, ?, ?)',
  );
  const rows = database
    .prepare(
      `SELECT part, at, proxy, fresh, ${values.join(', ')} FROM recent_row
       WHERE at BETWEEN -8640000000000000 AND 8640000000000000
         AND proxy BETWEEN part * ${proxiesInPart} AND part * ${proxiesInPart} + ${proxiesInPart - 1}
         AND part BETWEEN 0 AND 1000000000 AND fresh IN (0, 1)
       ORDER BY part, at, proxy`,
    )
    .iterate();
  let batch: Record<string, unknown>[] = [];
  const flush = (): void => {
    const [first] = batch;
    if (first === undefined) return;
    insert.run(Number(first.part), Number(first.at), batch.length, packed(batch));
    batch = [];
  };
  for (const row of rows) {
    if (batch.length === mostInBatch || (batch[0] && batch[0].part !== row.part)) flush();
    batch.push(row);
  }
  flush();
  database.exec('DROP TABLE recent_row');
}

/** Column by column, as the machine has its numbers: each value, the time, then the place in the part, doubled, and whether it is fresh. */
function packed(rows: readonly Record<string, unknown>[]): Uint8Array {
  const columns = [...values, 'at'];
  const buffer = new ArrayBuffer(rows.length * (columns.length * 8 + 4));
  const numbers = new Float64Array(buffer, 0, rows.length * columns.length);
  const flags = new Uint32Array(buffer, numbers.byteLength, rows.length);
  for (const [n, row] of rows.entries()) {
    for (const [m, column] of columns.entries()) {
      const value = row[column];
      numbers[m * rows.length + n] = typeof value === 'number' ? value : Number.NaN;
    }
    flags[n] = (Number(row.proxy) % proxiesInPart) * 2 + Number(row.fresh);
  }
  return new Uint8Array(buffer);
}
