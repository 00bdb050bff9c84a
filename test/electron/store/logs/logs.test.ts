import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toEnd } from '../../../../electron/base/steps.ts';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { createEventLog } from '../../../../electron/store/logs/events.ts';
import type { AuditEntry } from '../../../../shared/model/change.ts';
import { keptEvents, type NewEvent } from '../../../../shared/model/event.ts';
import { auditEntry, lima, madrid } from '../audit-entry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function openDatabaseOfTest() {
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  return database;
}

function event(others: Partial<Pick<NewEvent, 'at' | 'profileId'>> = {}): NewEvent {
  return {
    at: 1_700_000_000_000,
    profileId: madrid,
    profileName: 'Madrid',
    kind: 'disconnected',
    detail: { code: 'reply-timeout' },
    ...others,
  };
}

describe('the audit log', () => {
  it('answers the entries of a setting back to the newest that took effect', () => {
    const log = createAuditLog(openDatabaseOfTest());
    const outcomesOf = (setting: AuditEntry['setting']) =>
      log.recent(madrid, setting).map(({ outcome }) => outcome);
    log.add(auditEntry({ outcome: 'failed' }));
    log.add(auditEntry({ outcome: 'refused' }));
    expect(outcomesOf('transformation')).toEqual(['refused', 'failed']);
    log.add(auditEntry({ outcome: 'mismatch' }));
    log.add(auditEntry({ setting: 'bufferSize', outcome: 'unverified' }));
    log.add(auditEntry({ outcome: 'conflict' }));
    log.add(auditEntry({ profileId: lima }));
    expect(outcomesOf('transformation')).toEqual(['conflict', 'mismatch']);
    expect(outcomesOf('bufferSize')).toEqual(['unverified']);
  });

  it('gives back what was recorded, field by field', () => {
    const log = createAuditLog(openDatabaseOfTest());
    const entry = auditEntry({
      before: null,
      requested: null,
      after: 'un "café" \u0000 ☕',
      outcome: 'mismatch',
    });
    const added = log.add(entry);
    expect(added).toEqual({ ...entry, id: added.id });
    expect(log.get(added.id)).toEqual(added);
    expect(log.get(added.id + 1)).toBeUndefined();
  });

  it('lists the newest first, by pages, of all profiles or of one', () => {
    const log = createAuditLog(openDatabaseOfTest());
    for (let at = 1; at <= 6; at++) {
      log.add(auditEntry({ at, profileId: at % 2 ? madrid : lima }));
    }
    const times = (query: Parameters<typeof log.list>[0]) => log.list(query).map(({ at }) => at);
    expect(times({ limit: 4 })).toEqual([6, 5, 4, 3]);
    const last = log.list({ limit: 4 }).at(-1)?.id ?? 0;
    expect(times({ limit: 4, before: last })).toEqual([2, 1]);
    expect(times({ id: madrid, limit: 10 })).toEqual([5, 3, 1]);
    const middle = log.list({ id: madrid, limit: 2 }).at(-1)?.id ?? 0;
    expect(times({ id: madrid, limit: 10, before: middle })).toEqual([1]);
  });

  it('knows the buffer size that was last set with an OK, by profile', () => {
    const log = createAuditLog(openDatabaseOfTest());
    expect(log.lastBufferSize(madrid)).toBeNull();
    const size = (requested: string, others: Parameters<typeof auditEntry>[0]) =>
      log.add(auditEntry({ setting: 'bufferSize', requested, outcome: 'unverified', ...others }));
    size('4096', { at: 10 });
    size('8192', { at: 20, profileId: lima });
    log.add(auditEntry({ at: 40 }));
    expect(log.lastBufferSize(madrid)).toMatchObject({ bytes: 4096, at: 10 });
    expect(log.lastBufferSize(lima)).toMatchObject({ bytes: 8192, at: 20 });
  });

  it('knows no buffer size after an error, since a server may have applied it all the same, until one is taken', () => {
    const log = createAuditLog(openDatabaseOfTest());
    const size = (requested: string, outcome: 'unverified' | 'failed', actor: string) =>
      log.add(auditEntry({ setting: 'bufferSize', requested, outcome, actor, at: 10 }));
    size('4096', 'unverified', 'ana');
    size('1024', 'failed', 'luis');
    expect(log.lastBufferSize(madrid)).toBeNull();
    expect(log.bufferSizes(madrid)).toEqual({
      bufferSize: { bytes: 4096, at: 10, actor: 'ana' },
      bufferSizeInDoubt: { bytes: 1024, at: 10, actor: 'luis' },
    });
    size('2048', 'unverified', 'ana');
    expect(log.bufferSizes(madrid)).toEqual({
      bufferSize: { bytes: 2048, at: 10, actor: 'ana' },
      bufferSizeInDoubt: null,
    });
  });

  it('is never shortened: not by age, and not when the history of its proxy is forgotten', () => {
    const database = openDatabaseOfTest();
    const log = createAuditLog(database);
    const history = createHistory(database);
    log.add(auditEntry({ at: 1 }));
    toEnd(history.maintain(Date.now()));
    history.forget(madrid);
    expect(log.list({ limit: 10 })).toHaveLength(1);
  });

  it('gives no number twice', () => {
    const database = openDatabaseOfTest();
    const log = createAuditLog(database);
    const first = log.add(auditEntry());
    database.exec('DELETE FROM audit');
    expect(log.add(auditEntry()).id).toBeGreaterThan(first.id);
  });

  it('says that the disk is full, and keeps what it had', () => {
    const database = openDatabaseOfTest();
    const log = createAuditLog(database);
    log.add(auditEntry({ at: 1 }));
    const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const addMany = () => {
      for (let at = 2; at < 1000; at++) log.add(auditEntry({ at, requested: 'x'.repeat(255) }));
    };
    expect(addMany).toThrow(expect.objectContaining({ code: 'storage-full' }));
    const before = log.list({ limit: 1000 });
    expect(before.at(-1)).toMatchObject({ at: 1 });
    database.exec('PRAGMA max_page_count = 1000000');
    log.add(auditEntry({ at: 2000 }));
    expect(log.list({ limit: 1000 })).toHaveLength(before.length + 1);
  });
});

function insertRow(database: DatabaseSync, kind: string, detail: string): void {
  database
    .prepare(
      'INSERT INTO event (at, profile_id, profile_name, kind, detail) VALUES (?, ?, ?, ?, ?)',
    )
    .run(1, madrid, 'Madrid', kind, detail);
}

const change = (setting: string, from: string | null, to: string | null, outcome: string) => ({
  setting,
  from,
  to,
  outcome,
  auditId: 7,
});

describe('the event log', () => {
  it('keeps many in one step: all of them, or none', () => {
    const log = createEventLog(openDatabaseOfTest());
    const kept = log.add([event({ at: 1 }), event({ at: 2 })]);
    expect(kept.map(({ at }) => at)).toEqual([1, 2]);
    const unkept = { ...event({ at: 3 }), detail: { at: 1n } as never };
    expect(() => log.add([event({ at: 3 }), unkept])).toThrow();
    expect(log.list({ limit: 10 }).map(({ at }) => at)).toEqual([2, 1]);
  });

  it('gives back what was added, field by field', () => {
    const log = createEventLog(openDatabaseOfTest());
    const [added] = log.add([event()]);
    expect(added).toEqual({ ...event(), id: added?.id });
    expect(log.list({ limit: 10 })).toEqual([added]);
  });

  it('lists the newest first, by pages, of all profiles or of one', () => {
    const log = createEventLog(openDatabaseOfTest());
    for (let at = 1; at <= 6; at++) log.add([event({ at, profileId: at % 2 ? madrid : lima })]);
    const [, second] = log.list({ id: lima, limit: 2 });
    expect(second).toMatchObject({ at: 4 });
    expect(log.list({ limit: 10, before: second?.id ?? 0 }).map(({ at }) => at)).toEqual([3, 2, 1]);
    expect(log.list({ id: lima, limit: 10, before: second?.id ?? 0 })).toMatchObject([{ at: 2 }]);
  });

  it('keeps the newest five hundred thousand', () => {
    const database = openDatabaseOfTest();
    const log = createEventLog(database);
    const [first] = log.add([event()]);
    // As if so many had been added since.
    database.exec(`UPDATE sqlite_sequence SET seq = ${keptEvents + 998} WHERE name = 'event'`);
    log.add([event()]);
    expect(log.list({ limit: 10 })).toHaveLength(2);
    log.add([event()]);
    const kept = log.list({ limit: 10 });
    expect(kept.map(({ id }) => id)).toEqual([keptEvents + 1000, keptEvents + 999]);
    expect(kept.map(({ id }) => id)).not.toContain(first?.id);
  });

  it('reads every event as version 0.1 wrote it', () => {
    const database = openDatabaseOfTest();
    const rows = [
      ['connected', { transport: 'udp', description: '127.0.0.1:9090 (UDP 9899)' }],
      ['disconnected', { code: 'association-lost' }],
      ['disconnected', { code: 'cancelled' }],
      ['login-refused', { where: '127.0.0.1:9090 (UDP 9899)', step: 'password' }],
      ['restarted', { restarts: 2 }],
      ['changed', change('transformation', null, 'tr a-z A-Z', 'verified')],
      ['changed', change('bufferSize', '4096', '8192', 'unverified')],
      ['profile-added', {}],
      ['profile-edited', {}],
      ['profile-removed', {}],
    ] as const;
    for (const [kind, detail] of rows) insertRow(database, kind, JSON.stringify(detail));
    const read = createEventLog(database).list({ limit: 100 }).toReversed();
    const since: Readonly<Record<string, object>> = {
      'profile-added': { by: { case: 'unknown' }, folder: '' },
      'profile-edited': {
        changes: [],
        passwordChanged: false,
        by: { case: 'unknown' },
        folder: '',
      },
      'profile-removed': { by: { case: 'unknown' }, folder: '' },
      connected: { unreachableSince: null },
      changed: { who: null, shell: null },
    };
    expect(read.map(({ kind, detail }) => [kind, detail])).toEqual(
      rows.map(([kind, detail]) => [kind, { ...detail, ...since[kind] }]),
    );
  });

  it.each([
    ['a kind of a later release', 'enlightened', '{"by":"somebody"}'],
    ['facts that are not of its kind', 'restarted', '{"restarts":"many"}'],
    ['an error of a later release', 'disconnected', '{"code":"asleep"}'],
    ['a size that is none', 'changed', JSON.stringify(change('bufferSize', 'x', null, 'failed'))],
    ['what is no JSON', 'connected', '{"transport":'],
  ])('shows as what it is %s', (_, kind, detail) => {
    const database = openDatabaseOfTest();
    insertRow(database, kind, detail);
    expect(createEventLog(database).list({ limit: 10 })).toMatchObject([
      { kind: 'unreadable', profileName: 'Madrid', detail: { kind, facts: detail } },
    ]);
  });

  it('shows little of facts without end, and nothing that a terminal would act on', () => {
    const database = openDatabaseOfTest();
    insertRow(database, 'later\u001b[2J', 'x'.repeat(10_000));
    const [event] = createEventLog(database).list({ limit: 10 });
    expect(event?.detail).toEqual({ kind: 'later\\x1b[2J', facts: 'x'.repeat(300) });
  });

  it('leaves out one whose profile has no id, and fills the page with those after it', () => {
    const database = openDatabaseOfTest();
    const events = createEventLog(database);
    const { newest } = events.after(null);
    for (const at of [1, 2, 3]) insertRow(database, 'restarted', JSON.stringify({ restarts: at }));
    database.exec("UPDATE event SET profile_id = 'of another release' WHERE id = 2");
    expect(events.list({ limit: 2 }).map(({ id }) => id)).toEqual([3, 1]);
    expect(events.after(newest).events.map(({ id }) => id)).toEqual([1, 3]);
  });
});
