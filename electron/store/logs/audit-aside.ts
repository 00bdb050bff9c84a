import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { AuditCheck, AuditProgress } from '../../../shared/model/audit-check.ts';
import type { AuditOverview } from '../../../shared/model/audit-filter.ts';
import { auditEntrySchema } from '../../../shared/model/change.ts';
import { storing } from '../database/database-access.ts';
import { auditColumns, checkChain } from './audit-chain.ts';

/** Rows that are gone over in one turn of the event loop: some milliseconds. */
const rowsAtOnce = 200;

/** Computes the chain of records again, a part at a time; rejects with the reason of the signal. */
export function verifyAside(
  database: DatabaseSync,
  signal: AbortSignal,
  onProgress: (progress: AuditProgress) => void,
): Promise<AuditCheck> {
  return aside(database, signal, (reading) => {
    const of = rowsOf(reading, 'audit_record') + rowsOf(reading, 'audit');
    return { work: checkChain(reading), onTurn: (checked) => onProgress({ checked, of }) };
  });
}

/** Who changed anything, and how many entries cannot be read; rejects with the reason of the signal. */
export function overviewAside(database: DatabaseSync, signal: AbortSignal): Promise<AuditOverview> {
  return aside(database, signal, (reading) => ({ work: overview(reading), onTurn: () => {} }));
}

function* overview(database: DatabaseSync): Generator<void, AuditOverview> {
  const actors = new Set<string>();
  let unreadable = 0;
  for (const row of database.prepare(`SELECT ${auditColumns} FROM audit`).iterate()) {
    const { success, data } = auditEntrySchema.safeParse(row);
    if (success) actors.add(data.actor);
    else unreadable++;
    yield;
  }
  return { actors: [...actors].sort(), unreadable };
}

function rowsOf(database: DatabaseSync, table: 'audit' | 'audit_record'): number {
  return Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
}

interface Going<T> {
  readonly work: Generator<void, T>;
  /** Hears after each turn how many rows were gone over. */
  readonly onTurn: (rows: number) => void;
}

/** Goes over rows so that polls and windows have their turn in between. */
async function aside<T>(
  database: DatabaseSync,
  signal: AbortSignal,
  begin: (reading: DatabaseSync) => Going<T>,
): Promise<T> {
  const file = database.location();
  // Another connection would see another database, an empty one: this one is small, too.
  if (file === null) {
    return storing(database, () => {
      const { work } = begin(database);
      for (;;) {
        const step = work.next();
        if (step.done) return step.value;
      }
    });
  }
  // A connection of its own: one picture of the log, and no transaction around what is written meanwhile.
  const reading = storing(database, () => new DatabaseSync(file, { readOnly: true }));
  try {
    reading.exec('BEGIN');
    const { work, onTurn } = storing(reading, () => begin(reading));
    for (let rows = 0; ; rows += rowsAtOnce) {
      const step = storing(reading, () => turn(work));
      if (step.done) return step.value;
      onTurn(rows + rowsAtOnce);
      await setImmediate();
      signal.throwIfAborted();
    }
  } finally {
    reading.close();
  }
}

function turn<T>(work: Generator<void, T>): IteratorResult<void, T> {
  let step = work.next();
  for (let n = 1; n < rowsAtOnce && !step.done; n++) step = work.next();
  return step;
}
