import { existsSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../../shared/errors.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import { timeInName } from '../files/atomic-file.ts';
import { createForOwner } from '../files/create-for-owner.ts';
import { notice, storageNotice } from '../notice.ts';
import { damagedDatabase, isDamagedDatabase, storageError } from '../storage-error.ts';
import { isMarkedDamaged, unmarkDamaged } from './database-access.ts';
import { migrations } from './migrations.ts';
import { salvageAudit } from './salvage.ts';

const file = 'console.db';
const memory = ':memory:';

/** What a second process may hold the database for. */
const busyMs = 5000;

/** At most; enough for the pages that a thousand proxies' readings are added to. */
const cacheKiB = 32 * 1024;

/** Some tenths of a second to look through. */
const alwaysCheckedBytes = 64 * 2 ** 20;

/**
 * Opens `console.db`: history, events and audit log. A damaged one is set aside and a new one begun with what can be
 * read of its audit log. One that cannot be used where it lies
 * (a full disk, a directory that cannot be written, a newer release's) is left as it is, and one in memory serves until the process ends:
 * the proxies can still be watched, and the audit log refuses what it cannot keep. The notices say which.
 */
export function openDatabase(directory: string): {
  database: DatabaseSync;
  notices: readonly Notice[];
  close(): void;
} {
  const { database, notices } = openFile(join(directory, file));
  return {
    database,
    notices,
    close() {
      if (database.isOpen) database.close();
    },
  };
}

function openFile(path: string): { database: DatabaseSync; notices: readonly Notice[] } {
  try {
    return { database: openChecked(path), notices: [] };
  } catch (error) {
    if (!isDamagedDatabase(error)) return openInMemory(path, error);
  }
  try {
    const kept = setAside(path);
    const database = openChecked(path);
    const auditEntries = salvageAudit(join(dirname(path), kept), database);
    return { database, notices: [notice('history-damaged', { file, kept, auditEntries })] };
  } catch (error) {
    return openInMemory(path, error);
  }
}

function openInMemory(path: string, why: unknown) {
  const version = why instanceof AppError ? why.detail?.version : undefined;
  const failed =
    version === undefined
      ? storageNotice(storageError(path, why), path)
      : notice('file-newer', { file, version });
  return { database: openChecked(memory), notices: [failed] };
}

function openChecked(path: string): DatabaseSync {
  if (path !== memory) createForOwner(path);
  const database = new DatabaseSync(path, { timeout: busyMs });
  try {
    const version = readVersion(database);
    if (version > migrations.length) throw newer(version);
    if (isToCheck(path)) requireIntegrity(database);
    database.exec('PRAGMA journal_mode = WAL');
    // A power cut may cost the last moments, never the database: https://sqlite.org/pragma.html#pragma_synchronous
    database.exec('PRAGMA synchronous = NORMAL');
    database.exec('PRAGMA temp_store = MEMORY');
    database.exec(`PRAGMA cache_size = -${cacheKiB}`);
    migrate(database);
    if (path !== memory) unmarkDamaged(path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function readVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}

/** A later release's: not this one's to touch. */
function newer(version: number): AppError {
  return new AppError('storage-failed', `${file} was written by a newer release of SPCP Console.`, {
    detail: { version },
  });
}

/** A start does not wait for gigabytes to be read: of a large file it is checked whether something in it was found damaged. */
function isToCheck(path: string): boolean {
  if (path === memory) return false;
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return size <= alwaysCheckedBytes || isMarkedDamaged(path);
}

/** Throws as SQLite does where it comes across damage itself. */
function requireIntegrity(database: DatabaseSync): void {
  const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
  if (found !== 'ok') throw damagedDatabase(String(found));
}

function migrate(database: DatabaseSync): void {
  // Another process may be at it at the same moment: who comes second finds it done.
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const statements of migrations.slice(readVersion(database))) database.exec(statements);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** With its journals, which belong to it. Answers the name that it has now. */
function setAside(path: string): string {
  let kept = `${path}.${timeInName(Date.now())}.damaged`;
  for (let number = 2; existsSync(kept); number++) kept = `${kept.replace(/-\d+$/, '')}-${number}`;
  renameSync(path, kept);
  for (const journal of ['-wal', '-shm']) {
    if (existsSync(path + journal)) renameSync(path + journal, kept + journal);
  }
  return basename(kept);
}
