import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { type BegunEntry, createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { auditEntry } from '../audit-entry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const count = 20;

function openLog() {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const path = database.location() ?? '';
  const beside = new DatabaseSync(path, { readOnly: true });
  onTestFinished(() => beside.close());
  const onDisk = (): number => Number(beside.prepare('SELECT count(*) AS n FROM audit').get()?.n);
  return { database, log: createAuditLog(database), onDisk };
}

function begun(requested: string): BegunEntry {
  const { after: _after, outcome: _outcome, ...rest } = auditEntry({ requested });
  return rest;
}

describe('changes that are recorded in the same turn of the event loop', () => {
  it('share one transaction, and each is on the disk before it may be sent', async () => {
    const { database, log, onDisk } = openLog();
    let transactions = 0;
    const exec = database.exec.bind(database);
    database.exec = (sql) => {
      if (sql === 'COMMIT') transactions++;
      exec(sql);
    };
    const entries = await Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const entry = await log.together.begin(begun(`head -${n}`));
        expect(onDisk()).toBe(count);
        return entry;
      }),
    );
    expect(transactions).toBe(1);
    expect(entries.map(({ requested }) => requested)).toEqual(
      Array.from({ length: count }, (_, n) => `head -${n}`),
    );
    await Promise.all(
      entries.map(({ id, before, requested }) =>
        log.together.conclude(
          id,
          { before, after: requested, outcome: 'verified' },
          'concluded',
          2,
        ),
      ),
    );
    expect(transactions).toBe(2);
    expect(log.unsettled()).toEqual([]);
    expect(log.verify()).toMatchObject({ whole: true, records: 2 * count });
  });

  it('fail each for itself, without a trace in the chain', async () => {
    const { log, onDisk } = openLog();
    const absent = { before: null, after: null, outcome: 'failed' } as const;
    const [first, second, third] = await Promise.allSettled([
      log.together.begin(begun('rev')),
      log.together.conclude(77, absent, 'concluded', 2),
      log.together.add(auditEntry({ outcome: 'conflict' })),
    ]);
    expect([first?.status, second?.status, third?.status]).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(onDisk()).toBe(2);
    expect(log.verify()).toMatchObject({ whole: true, records: 2 });
  });

  it('are none of them recorded where the database cannot be written', async () => {
    const { database, log, onDisk } = openLog();
    database.exec('PRAGMA query_only = ON');
    const ended = await Promise.allSettled(
      ['rev', 'cat'].map((requested) => log.together.begin(begun(requested))),
    );
    for (const one of ended)
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'storage-failed' } });
    expect(onDisk()).toBe(0);
  });
});
