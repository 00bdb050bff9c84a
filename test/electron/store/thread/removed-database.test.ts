import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDriftStore } from '../../../../electron/store/drift.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { auditEntry, madrid } from '../audit-entry.ts';
import { noon } from '../samples.ts';
import { newEvent, seconds, setUp } from './store-rig.ts';

const failure = (path: string, cause: string) =>
  expect.objectContaining({
    code: 'storage-failed',
    detail: { case: 'file', path, reason: 'removed', cause },
  });
const { after: _after, outcome: _outcome, ...begun } = auditEntry();

describe('a database that is removed while it is open', () => {
  it.each(['', '-wal'])('acknowledges nothing (console.db%s)', async (end) => {
    const { path, database, history, events } = setUp();
    const audit = createAuditLog(database);
    const drift = createDriftStore(database);
    await events.add([newEvent]);
    await audit.together.begin(begun);
    rmSync(path + end);
    const gone = failure(path + end, 'ENOENT');
    await expect(events.add([newEvent])).rejects.toEqual(gone);
    await expect(history.add(seconds(1))).rejects.toEqual(gone);
    await expect(audit.together.begin(begun)).rejects.toEqual(gone);
    expect(() => audit.add(auditEntry())).toThrow(gone);
    expect(() => drift.put(madrid, 'transformation', noon)).toThrow(gone);
  });

  it('is told when another lies in its place, and goes on when it is back', async () => {
    const { path, database, events } = setUp();
    const audit = createAuditLog(database);
    await events.add([newEvent]);
    renameSync(path, `${path}.aside`);
    copyFileSync(`${path}.aside`, path);
    const replaced = failure(path, 'another file');
    await expect(events.add([newEvent])).rejects.toEqual(replaced);
    await expect(audit.together.begin(begun)).rejects.toEqual(replaced);
    renameSync(`${path}.aside`, path);
    await expect(events.add([newEvent])).resolves.toHaveLength(1);
    await expect(audit.together.begin(begun)).resolves.toMatchObject({ requested: 'tr a-z A-Z' });
  });

  it('is not begun anew by a thread that begins later', async () => {
    const { path, events } = setUp();
    rmSync(path);
    await expect(events.add([newEvent])).rejects.toEqual(failure(path, 'ENOENT'));
    expect(existsSync(path)).toBe(false);
  });
});
