import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { assertNever } from '../../../shared/assert.ts';
import type { Notice } from '../../../shared/model/app-info.ts';
import { leftoversOf, sweep } from '../files/leftovers.ts';
import { realPath } from '../files/real-path.ts';
import { lastingNotice, notice, unusableOf } from '../notice.ts';
import { isDamagedDatabase } from '../sqlite-error.ts';
import { storageError } from '../storage-error.ts';
import { busyMs, connect, tune, waitingForMigration } from './connect.ts';
import { createDatabase } from './create.ts';
import { unmarkDamaged } from './database-access.ts';
import { databaseFile } from './database-file.ts';
import { type Inspected, inspect } from './inspect.ts';
import { salvageAudit } from './salvage.ts';
import { migrate } from './schema.ts';
import { setAside } from './set-aside.ts';

type Opened = { readonly database: DatabaseSync; readonly notices: readonly Notice[] };

/**
 * Opens `console.db`: history, events and audit log. One that is damaged, emptied or of another program is set aside, never written into,
 * and a new one begun with what can be read of its audit log. One that cannot be used where it lies (a full disk, a directory that cannot
 * be written, no ordinary file, a newer release's) is left as it is, and one in memory serves until the process ends: the proxies can
 * still be watched, and the audit log refuses what it cannot keep. The notices say which.
 */
export function openDatabase(directory: string): Opened & { close(): void } {
  const { database, notices } = openFile(join(directory, databaseFile));
  return {
    database,
    notices,
    close() {
      if (database.isOpen) database.close();
    },
  };
}

function openFile(name: string): Opened {
  try {
    const path = realPath(name);
    // Nothing waits for it: what it removes, nobody looks at.
    leftoversOf(path).then(sweep, () => {});
    return openFound(name, path, inspect(path, busyMs));
  } catch (error) {
    const why = storageError(name, error);
    const detail = unusableOf(why);
    if (detail === null) throw why;
    return openInMemory([lastingNotice('history-in-memory', name, { ...detail, path: name })]);
  }
}

/** `path`: where it really lies. */
function openFound(name: string, path: string, found: Inspected): Opened {
  switch (found.kind) {
    case 'missing':
      createDatabase(path);
      return openWhole(path, []);
    case 'ours':
      return openOurs(name, path);
    case 'newer':
      return openInMemory([
        lastingNotice('file-newer', databaseFile, { file: databaseFile, version: found.version }),
      ]);
    case 'damaged':
    case 'emptied':
    case 'foreign':
      return beginAnew(name, found.kind);
    default:
      return assertNever(found);
  }
}

/** Damage may come to light only when the database is written. */
function openOurs(name: string, path: string): Opened {
  try {
    return openWhole(path, []);
  } catch (error) {
    if (!isDamagedDatabase(error)) throw error;
    return beginAnew(name, 'damaged');
  }
}

function beginAnew(path: string, found: 'damaged' | 'emptied' | 'foreign'): Opened {
  const kept = setAside(path);
  createDatabase(path);
  const { database } = openWhole(path, []);
  try {
    const from = join(dirname(path), kept);
    const auditEntries = found === 'foreign' ? 0 : salvageAudit(from, database);
    const detail = { file: basename(path), kept, auditEntries };
    return { database, notices: [notice(`history-${found}`, detail)] };
  } catch (error) {
    database.close();
    throw error;
  }
}

function openWhole(path: string, notices: readonly Notice[]): Opened {
  const database = connect(path);
  try {
    waitingForMigration(database, () => migrate(database));
    unmarkDamaged(path);
    return { database, notices };
  } catch (error) {
    database.close();
    throw error;
  }
}

function openInMemory(notices: readonly Notice[]): Opened {
  const database = new DatabaseSync(':memory:');
  tune(database);
  migrate(database);
  return { database, notices };
}
