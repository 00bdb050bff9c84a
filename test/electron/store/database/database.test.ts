import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { storing } from '../../../../electron/store/database/database-access.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { keptOf } from '../../../support/facts.ts';
import { auditEntry } from '../audit-entry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function open(directory: string) {
  const opened = openDatabase(directory);
  onTestFinished(opened.close);
  return opened;
}

/** A database with some pages of entries, closed. */
function filled(): { directory: string; file: string } {
  const directory = temporaryDirectory();
  const { database, close } = open(directory);
  const log = createAuditLog(database);
  for (let at = 1; at <= 500; at++) log.add(auditEntry({ at }));
  close();
  return { directory, file: join(directory, 'console.db') };
}

function flipBytes(file: string): void {
  const bytes = readFileSync(file);
  // All but the header, so that it is a database to the eye.
  bytes.fill(0xa5, 4096);
  writeFileSync(file, bytes);
}

describe('the database', () => {
  it('is opened again with what was in it, and nothing to tell', () => {
    const { directory } = filled();
    const { database, notices } = open(directory);
    expect(notices).toEqual([]);
    expect(createAuditLog(database).list({ limit: 1 })).toMatchObject([{ at: 500 }]);
  });

  it('keeps a journal that does not make readers wait, and is this user’s only', () => {
    const { directory } = filled();
    const { database } = open(directory);
    expect(database.prepare('PRAGMA journal_mode').get()?.journal_mode).toBe('wal');
    if (process.platform !== 'win32') {
      expect(statSync(join(directory, 'console.db')).mode & 0o777).toBe(0o600);
    }
  });

  it.each<readonly [string, (file: string) => void]>([
    [
      'no database',
      (file) => writeFileSync(file, 'this is no database, and long enough to see it'),
    ],
    ['cut off', (file) => truncateSync(file, 12_288)],
    ['overwritten in the middle', flipBytes],
  ])('that is %s is set aside, and a new one begun', (_, damage) => {
    const { directory, file } = filled();
    damage(file);
    const damaged = readFileSync(file);
    const { database, notices, close } = open(directory);
    expect(notices).toMatchObject([{ code: 'history-damaged', detail: { file: 'console.db' } }]);
    expect(readFileSync(join(directory, keptOf(notices[0])))).toEqual(damaged);
    const log = createAuditLog(database);
    expect(log.list({ limit: 10 })).toEqual([]);
    log.add(auditEntry({ at: 1 }));
    close();
    expect(open(directory).notices).toEqual([]);
  });

  it('that is damaged in its history keeps its audit log', () => {
    const { directory, file } = filled();
    const { database, close } = open(directory);
    const before = createAuditLog(database).list({ limit: 1000 });
    const root = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'raw'").get();
    close();
    const bytes = readFileSync(file);
    const start = (Number(root?.rootpage) - 1) * 4096;
    bytes.fill(0xa5, start, start + 4096);
    writeFileSync(file, bytes);
    const next = open(directory);
    expect(next.notices).toMatchObject([
      { code: 'history-damaged', detail: { auditEntries: 500 } },
    ]);
    const log = createAuditLog(next.database);
    expect(log.list({ limit: 1000 })).toEqual(before);
    expect(log.add(auditEntry()).id).toBe(501);
  });

  it('that is damaged in the middle of its audit log keeps the entries before and behind', () => {
    const { directory, file } = filled();
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.indexOf('tr a-z A-Z', bytes.length / 2) / 4096) * 4096;
    bytes.fill(0xa5, middle, middle + 4096);
    writeFileSync(file, bytes);
    const { database } = open(directory);
    const ids = createAuditLog(database)
      .list({ limit: 1000 })
      .map(({ id }) => id);
    expect(ids[0]).toBe(500);
    expect(ids.at(-1)).toBe(1);
    expect(ids.length).toBeGreaterThan(400);
  });

  it('is looked through at the next start where damage is come across, however large it is', () => {
    const { directory, file } = filled();
    const { database, close } = open(directory);
    const damage = Object.assign(new Error('malformed'), { errcode: 11 });
    const reading = () =>
      storing(database, () => {
        throw damage;
      });
    expect(reading).toThrow(expect.objectContaining({ code: 'storage-failed' }));
    expect(readdirSync(directory)).toContain('console.db.check');
    close();
    expect(open(directory).notices).toEqual([]);
    expect(readdirSync(directory)).not.toContain('console.db.check');
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });

  it('of a newer release is not touched; one in memory serves, and the audit log refuses', () => {
    const { directory, file } = filled();
    const { database, close } = open(directory);
    database.exec('PRAGMA user_version = 1000');
    close();
    const before = readFileSync(file);
    const newer = open(directory);
    expect(newer.notices).toMatchObject([{ code: 'file-newer', detail: { version: 1000 } }]);
    const add = () => createAuditLog(newer.database).add(auditEntry({ at: 1 }));
    expect(add).toThrow(expect.objectContaining({ code: 'storage-failed' }));
    newer.close();
    expect(readFileSync(file)).toEqual(before);
  });

  it('serves two processes’ connections at once', () => {
    const { directory } = filled();
    const logs = [open(directory), open(directory)].map(({ database }) => createAuditLog(database));
    for (const [index, log] of [...logs, ...logs].entries()) log.add(auditEntry({ at: index }));
    expect(logs[0]?.list({ limit: 1000 })).toHaveLength(504);
    expect(logs[1]?.list({ limit: 1000 })).toHaveLength(504);
  });
});
