import { mkdirSync, truncateSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../electron/store/database/database.ts';
import { createHistory } from '../../../../electron/store/history/history.ts';
import { createAuditLog } from '../../../../electron/store/logs/audit.ts';
import { createEventLog } from '../../../../electron/store/logs/events.ts';
import { historyOf } from '../../../../electron/store/thread/asked.ts';
import { storeHere } from '../../../../electron/store/thread/store-here.ts';
import { storeInThread } from '../../../../electron/store/thread/store-thread.ts';
import type { AuditProgress } from '../../../../shared/model/audit-check.ts';
import { keptMsOf, usuallyKept } from '../../../../shared/model/history-kept.ts';
import { auditEntry, madrid } from '../audit-entry.ts';
import { noon } from '../samples.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { asked, keptIn, newEvent, seconds, setUp, whole } from './store-rig.ts';

describe('the thread of the store', () => {
  it('answers as the history and the events themselves do', async () => {
    const { database, history, events, faults } = setUp();
    const priority = getPriority();
    await history.add(seconds(200));
    await history.maintain(noon + 200_000, keptMsOf(usuallyKept));
    expect(await history.range(whole)).toEqual(createHistory(database).range(whole));
    const added = await events.add([newEvent, { ...newEvent, at: noon + 1 }]);
    expect(added.map(({ id }) => id)).toEqual([1, 2]);
    expect(await events.list({ limit: 10 })).toEqual(createEventLog(database).list({ limit: 10 }));
    await history.forget(madrid);
    expect((await history.range(whole)).at).toEqual([]);
    expect(faults).toEqual([]);
    // The thread's own is lower, and nobody else's.
    expect(getPriority()).toBe(priority);
  });

  it('has committed what it acknowledged, and writes all that it was given before it is closed', async () => {
    const { database, history, store } = setUp();
    await history.add(seconds(10));
    expect(keptIn(database)).toBe(10);
    const late = [1, 2, 3].map((hour) => history.add(seconds(10, noon + hour * 3_600_000)));
    await store.close();
    await Promise.all(late);
    expect(keptIn(database)).toBe(40);
    await expect(history.range(whole)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('tells of events that others add, and not of its own', async () => {
    const { database, events } = setUp();
    await events.addedElsewhere();
    await events.add([newEvent]);
    const theirs = createEventLog(database).add([{ ...newEvent, at: noon + 5 }]);
    expect(await events.addedElsewhere()).toEqual(theirs);
    expect(await events.addedElsewhere()).toEqual([]);
  });

  it('leaves the event loop its turns while it waits for another writer', async () => {
    const { database, history } = setUp();
    await history.add(seconds(1));
    database.exec('BEGIN IMMEDIATE');
    let written = false;
    const writing = history.add(seconds(1, noon + 60_000)).then(() => {
      written = true;
    });
    for (let turn = 0; turn < 200; turn++) await setImmediate();
    expect(written).toBe(false);
    database.exec('COMMIT');
    await writing;
  });

  it('leaves the event loop its turns while it reads, which it has not where the store is here', async () => {
    const { database, history } = setUp();
    const many = seconds(20_000);
    await history.add(many);
    const here = asked(storeHere({ database, onFault: () => {} })).history;
    const queries = 40;
    const turnsDuring = async (of: typeof history): Promise<number> => {
      let over = false;
      let turns = 0;
      const all = Array.from({ length: queries }, () => of.range(whole));
      const reading = Promise.all(all).finally(() => {
        over = true;
      });
      for (; !over; turns++) await setImmediate();
      await reading;
      return turns;
    };
    const inThread = await turnsDuring(history);
    expect(inThread).toBeGreaterThan(5 * (await turnsDuring(here)));
  });

  it('does not do what is taken back', async () => {
    const { database, history, audit } = setUp();
    const log = createAuditLog(database);
    for (let n = 0; n < 300; n++) log.add(auditEntry());
    const before = AbortSignal.abort(new Error('before'));
    await expect(history.range(whole, before)).rejects.toThrow('before');
    // It has not begun when it is taken back: what is to be written comes first, and waits.
    database.exec('BEGIN IMMEDIATE');
    const writing = history.add(seconds(1));
    const told: string[] = [];
    const unwanted = new AbortController();
    const check = audit.verifyAside(unwanted.signal, () => told.push('unwanted'));
    unwanted.abort(new Error('unwanted'));
    await expect(check).rejects.toThrow('unwanted');
    database.exec('COMMIT');
    await writing;
    await audit.verifyAside(new AbortController().signal, () => told.push('wanted'));
    expect(new Set(told)).toEqual(new Set(['wanted']));
  });

  it('searches and verifies the audit log as the log itself does, telling how far it is', async () => {
    const { database, audit } = setUp();
    const log = createAuditLog(database);
    for (let n = 0; n < 300; n++) log.add(auditEntry({ requested: `command ${n}` }));
    const { signal } = new AbortController();
    const query = { text: 'command 7', limit: 20 };
    const found = await audit.search(query, signal);
    expect(found).toEqual(log.list(query));
    expect(found.length).toBeGreaterThan(1);
    const told: AuditProgress[] = [];
    expect(await audit.verifyAside(signal, (progress) => told.push(progress))).toEqual(
      log.verify(),
    );
    expect(told).toContainEqual({ checked: 200, of: 600 });
    expect(await audit.overview(signal)).toEqual({ actors: [auditEntry().actor], unreadable: 0 });
  });

  it('ends a check of the audit log that is taken back while it is under way', async () => {
    const { database, audit, events } = setUp();
    const log = createAuditLog(database);
    for (let n = 0; n < 1000; n++) log.add(auditEntry());
    const leaving = new AbortController();
    const told: AuditProgress[] = [];
    const check = audit.verifyAside(leaving.signal, (progress) => {
      told.push(progress);
      leaving.abort(new Error('left'));
    });
    await expect(check).rejects.toThrow('left');
    // Behind whatever the check would still have told.
    expect(await events.list({ limit: 1 })).toEqual([]);
    expect(told).toHaveLength(1);
  });

  it('tells that the file is damaged as the store itself does', async () => {
    const { path, database, history } = setUp();
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    truncateSync(path, 5000);
    await expect(history.range(whole)).rejects.toMatchObject({
      code: 'storage-failed',
      detail: { case: 'file', reason: 'damaged' },
    });
  });

  it('tells that the directory is gone, and keeps things again once it is back', async () => {
    const directory = temporaryDirectory();
    const { database, close } = openDatabase(temporaryDirectory());
    onTestFinished(close);
    const path = join(directory, 'gone', 'console.db');
    const store = storeInThread({ database, path, onFault: () => {} });
    onTestFinished(() => store.close());
    const history = historyOf(store);
    await expect(history.add(seconds(1))).rejects.toMatchObject({
      code: 'storage-failed',
      detail: { case: 'file', path, reason: 'gone' },
    });
    mkdirSync(join(directory, 'gone'), { mode: 0o700 });
    const back = openDatabase(join(directory, 'gone'));
    onTestFinished(back.close);
    await history.add(seconds(1));
    expect(keptIn(back.database)).toBe(1);
  });

  it('refuses more than it can hold while nothing gets written', async () => {
    const { database, history } = setUp();
    await history.add(seconds(1));
    database.exec('BEGIN IMMEDIATE');
    const adding = Array.from({ length: 300 }, (_, n) => history.add(seconds(1, noon + n * 1000)));
    const refused = adding[299];
    await expect(refused).rejects.toMatchObject({
      code: 'storage-failed',
      detail: { reason: 'busy' },
    });
    database.exec('COMMIT');
    const ended = await Promise.allSettled(adding);
    const statuses = ended.map(({ status }) => status);
    expect(statuses[255]).toBe('fulfilled');
    expect(new Set(statuses.slice(256))).toEqual(new Set(['rejected']));
  });
});
