import { DatabaseSync } from 'node:sqlite';
import type { AuditCheck, AuditProgress } from '../../../shared/model/audit-check.ts';
import type { AuditOverview } from '../../../shared/model/audit-filter.ts';
import { auditEntrySchema } from '../../../shared/model/change.ts';
import type { Steps } from '../../base/steps.ts';
import { storing } from '../database/database-access.ts';
import { requirePlace } from '../database/place.ts';
import { auditColumns, checkChain } from './audit-chain.ts';

/** Rows that are gone over between two pauses: some milliseconds. */
const rowsAtOnce = 200;

/** Computes the chain of records again. */
export function verifyInSteps(
  database: DatabaseSync,
  onProgress: (progress: AuditProgress) => void,
): Steps<AuditCheck> {
  return aside(database, (reading) => {
    const of = rowsOf(reading, 'audit_record') + rowsOf(reading, 'audit');
    return { work: checkChain(reading), onTurn: (checked) => onProgress({ checked, of }) };
  });
}

/** Who changed anything, and how many entries cannot be read. */
export function overviewInSteps(database: DatabaseSync): Steps<AuditOverview> {
  return aside(database, (reading) => ({ work: overview(reading), onTurn: () => {} }));
}

function* overview(database: DatabaseSync): Steps<AuditOverview> {
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
  readonly work: Steps<T>;
  /** Hears at each pause how many rows were gone over. */
  readonly onTurn: (rows: number) => void;
}

/** Goes over rows of one picture of the log, whatever is written meanwhile. */
function* aside<T>(database: DatabaseSync, begin: (reading: DatabaseSync) => Going<T>): Steps<T> {
  const file = database.location();
  // Another connection would see another database, an empty one: this one keeps no entries.
  const reading = file === null ? database : storing(database, () => openBeside(database, file));
  try {
    if (reading !== database) reading.exec('BEGIN');
    const { work, onTurn } = storing(reading, () => begin(reading));
    for (let rows = rowsAtOnce; ; rows += rowsAtOnce) {
      const step = storing(reading, () => turn(work));
      if (step.done) return step.value;
      onTurn(rows);
      yield;
    }
  } finally {
    if (reading !== database) reading.close();
  }
}

/** What is read is what lies in the file, and not what is written to one that was removed. */
function openBeside(database: DatabaseSync, file: string): DatabaseSync {
  requirePlace(database);
  return new DatabaseSync(file, { readOnly: true });
}

function turn<T>(work: Steps<T>): IteratorResult<void, T> {
  let step = work.next();
  for (let n = 1; n < rowsAtOnce && !step.done; n++) step = work.next();
  return step;
}
