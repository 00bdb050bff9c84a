import type { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../../shared/errors.ts';
import type { AuditCheck } from '../../../shared/model/audit-check.ts';
import {
  type AuditEntry,
  auditEntrySchema,
  type BufferSizes,
  type SizeSet,
} from '../../../shared/model/change.ts';
import { createBatch } from '../../base/batch.ts';
import { thisWriter } from '../../base/writer.ts';
import { attempt, storing, transaction } from '../database/database-access.ts';
import { isTime } from '../database/readable-time.ts';
import { appendRecord, auditColumns, type RecordKind, verifyChain } from './audit-chain.ts';
import { type AuditQuery, listEntries, readable, readableEntry } from './audit-query.ts';

/** A change of which nothing was sent yet. */
export type BegunEntry = Omit<AuditEntry, 'id' | 'after' | 'outcome'>;

/** What a change came to. */
export type Conclusion = Pick<AuditEntry, 'before' | 'after' | 'outcome'>;

/** An entry of which nobody knows what it came to, and the process that began it; null where it was concluded so. */
export interface Unsettled {
  readonly entry: AuditEntry;
  readonly writer: string | null;
}

/**
 * The record of every change, which is never pruned, and in which nothing is ever written over: an entry is what its records, each with the
 * hash of the one before, come to. Methods throw `storage-full` and `storage-failed`; those that write also where the database is one in
 * memory: a record that ends with the process is none. An entry that cannot be read is left out of every answer, and told of by `verify` and `overview`.
 */
export interface AuditLog {
  /** What is about to be sent; the answer is to be concluded. */
  begin(entry: BegunEntry): AuditEntry;
  /** `kind`: by who made the change, or by who found out later. */
  conclude(
    id: number,
    conclusion: Conclusion,
    kind: 'concluded' | 'found-out',
    at: number,
  ): AuditEntry;
  /** What was decided before anything was sent. */
  add(entry: Omit<AuditEntry, 'id'>): AuditEntry;
  /**
   * The same three, each in one transaction with whatever else is to be recorded in the same turn of the event loop: one sync of the disk for all
   * of them. Each resolves once it lies on the disk, and rejects as the other throws where it does not.
   */
  readonly together: {
    begin(...of: Parameters<AuditLog['begin']>): Promise<AuditEntry>;
    conclude(...of: Parameters<AuditLog['conclude']>): Promise<AuditEntry>;
    add(...of: Parameters<AuditLog['add']>): Promise<AuditEntry>;
  };
  get(id: number): AuditEntry | undefined;
  /** What was last set from here with an OK; SPCP cannot read it back. Null where nothing was, or where that is in doubt since. */
  lastBufferSize(profileId: string): SizeSet | null;
  /** The same, with what came after it and may hold in its place. */
  bufferSizes(profileId: string): BufferSizes;
  /** The entries of one setting, newest first, back to the newest that took effect; all of them where none did. */
  recent(profileId: string, setting: AuditEntry['setting']): AuditEntry[];
  /** The entries of one setting that were begun from `at` on, epoch milliseconds, or that came after the entry `after`, oldest first. */
  since(
    profileId: string,
    setting: AuditEntry['setting'],
    at: number,
    after?: number | null,
  ): AuditEntry[];
  /** The id of the newest entry, 0 where there is none. */
  lastEntry(): number;
  /** Newest first, those that are wanted. */
  list(query: AuditQuery): AuditEntry[];
  /** Newest first, of all profiles or of one. */
  unsettled(profileId?: string): Unsettled[];
  /** The entries of a plan, oldest first. */
  ofPlan(plan: string): AuditEntry[];
  /** The number of the newest record. */
  lastRecord(): number;
  /** Entries that have records of other processes after this one, each once, as they are now. */
  changedElsewhereSince(record: number): AuditEntry[];
  /** Computes the chain of records again. */
  verify(): AuditCheck;
}

export function createAuditLog(database: DatabaseSync): AuditLog {
  const insert = database.prepare(
    `INSERT INTO audit (at, profile_id, profile_name, actor, setting, before, requested, after, outcome, undoes, plan, writer, shell, remote)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING ${auditColumns}`,
  );
  const settle = database.prepare(
    `UPDATE audit SET before = ?, after = ?, outcome = ?, writer = NULL WHERE id = ? RETURNING ${auditColumns}`,
  );
  const one = database.prepare(`SELECT ${auditColumns} FROM audit WHERE id = ?`);
  const lastSize = database.prepare(
    `SELECT id, requested, at, actor FROM audit
     WHERE profile_id = ? AND ${isTime('at')} AND setting = 'bufferSize' AND outcome = ? ORDER BY id DESC LIMIT 1`,
  );
  const bufferSizes = (profileId: string): BufferSizes => {
    const accepted = lastSize.get(profileId, 'unverified');
    const doubted = lastSize.get(profileId, 'failed');
    const isOver = accepted !== undefined && Number(accepted.id) > Number(doubted?.id);
    return {
      bufferSize: accepted === undefined ? null : sizeSetOf(accepted),
      bufferSizeInDoubt: doubted === undefined || isOver ? null : sizeSetOf(doubted),
    };
  };
  const recent = database.prepare(
    `SELECT ${auditColumns} FROM audit
     WHERE profile_id = :id AND setting = :setting AND id >= coalesce((
       SELECT max(id) FROM audit
       WHERE profile_id = :id AND setting = :setting AND outcome IN ('verified', 'unverified', 'mismatch')), 0)
     ORDER BY id DESC`,
  );
  const since = database.prepare(
    `SELECT ${auditColumns} FROM audit WHERE profile_id = ? AND (at >= ? OR id > ?) AND setting = ? ORDER BY id`,
  );
  const unsettled = database.prepare(
    `SELECT writer, ${auditColumns} FROM audit
     WHERE outcome IN ('begun', 'failed') AND (:id IS NULL OR profile_id = :id) ORDER BY id DESC`,
  );
  const lastEntry = database.prepare('SELECT coalesce(max(id), 0) AS id FROM audit');
  const ofPlan = database.prepare(`SELECT ${auditColumns} FROM audit WHERE plan = ? ORDER BY id`);
  const lastRecord = database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM audit_record');
  const changed = database.prepare(
    `SELECT ${auditColumns} FROM audit
     WHERE id IN (SELECT entry FROM audit_record
       WHERE seq > ? AND CASE WHEN json_valid(body) THEN json_extract(body, '$.writer') END IS NOT ?) ORDER BY id`,
  );
  // With a COMMIT of its own: where the one that SQLite makes of a single statement fails, Node tells nobody.
  const write = (task: () => AuditEntry): AuditEntry =>
    lasting(database, () => {
      if (database.location() === null) throw new AppError('storage-failed', { case: 'not-kept' });
      return task();
    });
  const writeTogether = createBatch<() => AuditEntry, AuditEntry>(writtenAtOnce, (tasks) =>
    lasting(database, () => {
      if (database.location() === null) throw new AppError('storage-failed', { case: 'not-kept' });
      return tasks.map((task) => attempt(database, task));
    }),
  );
  const record = (kind: RecordKind, at: number, row: unknown): AuditEntry => {
    const entry = auditEntrySchema.parse(row);
    appendRecord(database, kind, entry, at);
    return entry;
  };
  const put = (entry: Omit<AuditEntry, 'id'>, writer: string | null): unknown => {
    const { at, profileId, profileName, actor, setting } = entry;
    const { before, requested, after, outcome, undoes, plan, shell, remote } = entry;
    return insert.get(
      Math.round(at),
      profileId,
      profileName,
      actor,
      setting,
      before,
      requested,
      after,
      outcome,
      undoes,
      plan,
      writer,
      shell,
      remote,
    );
  };
  const begun = (entry: BegunEntry) => () =>
    record('begun', entry.at, put({ ...entry, after: null, outcome: 'begun' }, thisWriter));
  const concluded = (...[id, conclusion, kind, at]: Parameters<AuditLog['conclude']>) => {
    const { before, after, outcome } = conclusion;
    return () => record(kind, at, settle.get(before, after, outcome, id));
  };
  const added = (entry: Omit<AuditEntry, 'id'>) => () =>
    record('recorded', entry.at, put(entry, null));
  return {
    begin: (entry) => write(begun(entry)),
    conclude: (...of) => write(concluded(...of)),
    add: (entry) => write(added(entry)),
    together: {
      begin: (entry) => writeTogether(begun(entry)),
      conclude: (...of) => writeTogether(concluded(...of)),
      add: (entry) => writeTogether(added(entry)),
    },
    get: (id) =>
      storing(database, () => {
        const row = one.get(id);
        return row && readableEntry(row);
      }),
    lastBufferSize: (profileId) =>
      storing(database, () => {
        const { bufferSize, bufferSizeInDoubt } = bufferSizes(profileId);
        return bufferSizeInDoubt === null ? bufferSize : null;
      }),
    bufferSizes: (profileId) => storing(database, () => bufferSizes(profileId)),
    recent: (id, setting) => storing(database, () => readable(recent.all({ id, setting }))),
    since: (profileId, setting, at, after) =>
      storing(database, () =>
        readable(since.all(profileId, Math.floor(at), after ?? Number.MAX_SAFE_INTEGER, setting)),
      ),
    lastEntry: () => storing(database, () => Number(lastEntry.get()?.id)),
    list: (query) => storing(database, () => listEntries(database, query)),
    unsettled: (id) =>
      storing(database, () =>
        unsettled.all({ id: id ?? null }).flatMap(({ writer, ...row }) => {
          const entry = readableEntry(row);
          if (entry === undefined) return [];
          return [{ entry, writer: writer === null ? null : String(writer) }];
        }),
      ),
    ofPlan: (plan) => storing(database, () => readable(ofPlan.all(plan))),
    lastRecord: () => storing(database, () => Number(lastRecord.get()?.seq)),
    changedElsewhereSince: (record) =>
      storing(database, () => readable(changed.all(record, thisWriter))),
    verify: () =>
      storing(database, () => {
        // One picture of the log: what another process writes meanwhile is not half of it.
        database.exec('BEGIN');
        try {
          return verifyChain(database);
        } finally {
          database.exec('COMMIT');
        }
      }),
  };
}

/** Changes that are recorded in one transaction; as many as a plan makes side by side, and some. */
const writtenAtOnce = 64;

/** A transaction that a power cut does not take back, as it may one of the history: what it records is about to be sent. */
function lasting<T>(database: DatabaseSync, task: () => T): T {
  return storing(database, () => {
    database.exec('PRAGMA synchronous = FULL');
    try {
      return transaction(database, task);
    } finally {
      database.exec('PRAGMA synchronous = NORMAL');
    }
  });
}

function sizeSetOf({ requested, at, actor }: Readonly<Record<string, unknown>>): SizeSet {
  return { bytes: Number(requested), at: Number(at), actor: String(actor) };
}
