import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createChanges } from '../../../electron/change/changes.ts';
import type { SettingsClient } from '../../../electron/change/transaction.ts';
import { openDatabase } from '../../../electron/store/database/database.ts';
import { createAuditLog } from '../../../electron/store/logs/audit.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { AuditEntry, AuditRow } from '../../../shared/model/change.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';
import { someError } from '../../support/facts.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { temporaryDirectory } from '../store/temporary-directory.ts';

const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';

/** A proxy in memory, what is recorded of it, and a clock that stands still. */
function setUp(environment: Profile['environment'] = 'development') {
  const profile = profileSchema.parse({
    id,
    name: 'Madrid',
    host: 'a.example',
    user: 'u',
    environment,
  });
  const { database, close } = openDatabase(temporaryDirectory());
  onTestFinished(close);
  const audit = createAuditLog(database);
  const proxy = { transformation: null as string | null, bufferSize: 0, writes: 0 };
  const client: SettingsClient = {
    getTransformation: async () => proxy.transformation,
    setTransformation: async (next) => {
      proxy.writes++;
      proxy.transformation = next;
    },
    setBufferSize: async (bytes) => {
      proxy.writes++;
      proxy.bufferSize = bytes;
    },
  };
  const clock = createManualClock();
  const announced: AuditEntry[] = [];
  const elsewhere: AuditEntry[] = [];
  const told: (readonly AuditRow[])[] = [];
  const changes = createChanges({
    withClient: (_, task) => task(client),
    profileOf: (wanted) => (wanted === id ? profile : undefined),
    audit,
    onChanged: (entry) => announced.push(entry),
    onElsewhere: (entry) => elsewhere.push(entry),
    actor: 'ana',
    clock,
  });
  changes.listen((rows) => told.push(rows));
  const log = () => audit.list({ limit: 100 }).reverse();
  return { changes, client, proxy, log, announced, elsewhere, told, clock, audit, database };
}

describe('a change of the transformation', () => {
  it('is written, read back and recorded with who, from what, to what', async () => {
    const { changes, announced, told, clock } = setUp();
    const entry = await changes.transformation({ id, seen: null, next: 'tr a-z A-Z' });
    const recorded = {
      id: 1,
      at: clock.wall(),
      profileId: id,
      profileName: 'Madrid',
      actor: 'ana',
      setting: 'transformation',
      before: null,
      requested: 'tr a-z A-Z',
      after: 'tr a-z A-Z',
      outcome: 'verified',
      undoes: null,
      plan: null,
    };
    expect(entry).toEqual({ ...recorded, undoable: true });
    expect(announced).toEqual([recorded]);
    expect(told).toEqual([[entry]]);
  });

  it('writes nothing where another value is in force than the one seen, says which, and records the conflict', async () => {
    const { changes, proxy, log } = setUp();
    proxy.transformation = 'rev';
    await expect(changes.transformation({ id, seen: null, next: 'cat' })).rejects.toMatchObject({
      code: 'not-as-expected',
      detail: { expected: null, found: 'rev' },
    });
    expect(proxy.writes).toBe(0);
    expect(log()).toMatchObject([
      { outcome: 'conflict', before: 'rev', after: 'rev', requested: 'cat' },
    ]);
  });

  it('says who set what was found instead, as far as the audit log knows', async () => {
    const { changes, client, proxy, log, clock, audit } = setUp();
    const conflict = () =>
      changes.transformation({ id, seen: 'old', next: 'x' }).then(
        () => null,
        (error: AppError) => error.detail,
      );
    proxy.transformation = 'rev';
    expect(await conflict()).toMatchObject({ actor: null, own: false, changedAt: null });

    await changes.transformation({ id, seen: 'rev', next: 'cat' });
    expect(await conflict()).toMatchObject({ actor: 'ana', own: true, changedAt: clock.wall() });
    const [, mine] = log();
    if (mine === undefined) throw new Error('the change was not recorded');
    audit.add({ ...mine, actor: 'luis' });
    expect(await conflict()).toMatchObject({ actor: 'luis', own: false });

    // Cut off after it was sent, and applied all the same.
    client.setTransformation = async (next) => {
      proxy.transformation = next;
      throw someError('association-lost');
    };
    await changes.transformation({ id, seen: 'cat', next: 'tac' }).catch(() => undefined);
    expect(await conflict()).toMatchObject({ found: 'tac', actor: 'ana', own: true });
  });

  it('is a mismatch where something else is read back', async () => {
    const { changes, client, proxy } = setUp();
    client.setTransformation = async () => {
      proxy.transformation = 'cat -v';
    };
    await expect(changes.transformation({ id, seen: null, next: 'cat' })).resolves.toMatchObject({
      outcome: 'mismatch',
      after: 'cat -v',
    });
  });

  it('is refused where the proxy says no, and failed where nobody knows', async () => {
    const { changes, client, log } = setUp();
    client.setTransformation = async () => {
      throw someError('server-error');
    };
    await expect(changes.transformation({ id, seen: null, next: 'x' })).rejects.toMatchObject({
      code: 'server-error',
    });
    client.setTransformation = async () => {
      throw someError('reply-timeout');
    };
    await expect(changes.transformation({ id, seen: null, next: 'x' })).rejects.toMatchObject({
      code: 'outcome-unknown',
      detail: { name: 'Madrid', requested: 'x', accepted: false, why: 'silent' },
    });
    expect(log().map(({ outcome }) => outcome)).toEqual(['refused', 'failed']);
  });

  it('is unknown where it was accepted and could not be read back', async () => {
    const { changes, client, proxy, log } = setUp();
    client.setTransformation = async (next) => {
      proxy.transformation = next;
      client.getTransformation = async () => {
        throw someError('association-lost');
      };
    };
    await expect(changes.transformation({ id, seen: null, next: 'x' })).rejects.toMatchObject({
      code: 'outcome-unknown',
      detail: { case: 'transformation', requested: 'x', accepted: true, why: 'lost' },
    });
    expect(log().map(({ outcome }) => outcome)).toEqual(['failed']);
  });

  it('is recorded as not applied where the session was over before it was sent', async () => {
    const { changes, client, log } = setUp();
    client.setTransformation = async () => {
      throw someError('not-connected');
    };
    await expect(changes.transformation({ id, seen: null, next: 'x' })).rejects.toMatchObject({
      code: 'not-connected',
    });
    expect(log()).toMatchObject([{ outcome: 'not-applied', requested: 'x', after: null }]);
  });

  it('is neither sent nor recorded where what is in force could not be read', async () => {
    const { changes, client, proxy, log } = setUp();
    client.getTransformation = async () => {
      throw someError('reply-timeout');
    };
    await expect(changes.transformation({ id, seen: null, next: 'x' })).rejects.toMatchObject({
      code: 'reply-timeout',
    });
    expect(proxy.writes).toBe(0);
    expect(log()).toEqual([]);
  });

  it('is in the log before it is sent', async () => {
    const { changes, client, log } = setUp();
    const seen: unknown[] = [];
    client.setTransformation = async () => void seen.push(...log());
    client.setBufferSize = async () => void seen.push(...log().slice(1));
    await changes.transformation({ id, seen: null, next: 'cat' });
    await changes.bufferSize({ id, bytes: 4096 });
    expect(seen).toMatchObject([
      { setting: 'transformation', before: null, requested: 'cat', after: null, outcome: 'begun' },
      { setting: 'bufferSize', before: null, requested: '4096', after: null, outcome: 'begun' },
    ]);
  });

  it('is not sent where it cannot be recorded', async () => {
    const { changes, proxy, database } = setUp();
    database.exec('PRAGMA query_only = 1');
    await expect(changes.transformation({ id, seen: null, next: 'cat' })).rejects.toMatchObject({
      code: 'storage-failed',
    });
    await expect(changes.bufferSize({ id, bytes: 4096 })).rejects.toMatchObject({
      code: 'storage-failed',
    });
    expect(proxy.writes).toBe(0);
  });

  it('does not start before the one of another window has been read back', async () => {
    const { changes, proxy } = setUp();
    const outcomes = await Promise.allSettled([
      changes.transformation({ id, seen: null, next: 'one' }),
      changes.transformation({ id, seen: null, next: 'two' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(proxy.transformation).toBe('one');
  });

  it('tells that it was made where what it came to could not be recorded', async () => {
    const { changes, client, proxy, database, log } = setUp();
    client.setTransformation = async (next) => {
      proxy.transformation = next;
      database.exec('PRAGMA query_only = 1');
    };
    await expect(changes.transformation({ id, seen: null, next: 'cat' })).rejects.toMatchObject({
      code: 'storage-failed',
      detail: { case: 'audit', name: 'Madrid', outcome: 'verified' },
    });
    expect(proxy.transformation).toBe('cat');
    database.exec('PRAGMA query_only = 0');
    await changes.findOut(id);
    expect(log()).toMatchObject([{ outcome: 'verified', after: 'cat' }]);
  });

  it('is not for a profile that is not there', async () => {
    const other = id.replace(/1$/, '2');
    await expect(
      setUp().changes.transformation({ id: other, seen: null, next: 'cat' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a change of the buffer size', () => {
  it('is unverified, and later shown as what was last set and when', async () => {
    const { changes, clock } = setUp();
    await expect(changes.read(id)).resolves.toEqual({
      transformation: null,
      readAt: clock.wall(),
      bufferSize: null,
    });
    await expect(changes.bufferSize({ id, bytes: 4096 })).resolves.toMatchObject({
      outcome: 'unverified',
      before: null,
      requested: '4096',
      after: null,
    });
    await expect(changes.read(id)).resolves.toMatchObject({
      bufferSize: { bytes: 4096, at: clock.wall() },
    });
  });

  it('is unknown where no answer came', async () => {
    const { changes, client, log } = setUp();
    client.setBufferSize = async () => {
      throw someError('reply-timeout');
    };
    await expect(changes.bufferSize({ id, bytes: 4096 })).rejects.toMatchObject({
      code: 'outcome-unknown',
      detail: { case: 'buffer-size', name: 'Madrid', requested: '4096', why: 'silent' },
    });
    expect(log().map(({ outcome }) => outcome)).toEqual(['failed']);
  });

  it('is failed, not refused, on an error status: the proxy may have applied it', async () => {
    const { changes, client, log } = setUp();
    client.setBufferSize = async () => {
      throw someError('server-error');
    };
    await expect(changes.bufferSize({ id, bytes: 4096 })).rejects.toMatchObject({
      code: 'server-error',
    });
    expect(log()).toMatchObject([{ outcome: 'failed' }]);
  });
});

describe('a change of which nobody knows what it came to', () => {
  /** One that was cut off after it was sent, and applied if `applied`. */
  async function cutOff(applied: boolean) {
    const set = setUp();
    const { setTransformation } = set.client;
    set.client.setTransformation = async (next) => {
      if (applied) set.proxy.transformation = next;
      throw someError('association-lost');
    };
    await set.changes.transformation({ id, seen: null, next: 'cat' }).catch(() => undefined);
    set.client.setTransformation = setTransformation;
    return set;
  }

  it.each([
    [true, 'verified', 'cat'],
    [false, 'not-applied', null],
  ])(
    'is found out when the proxy can be asked again (applied: %s)',
    async (applied, outcome, after) => {
      const { changes, log, announced, told } = await cutOff(applied);
      expect(log()).toMatchObject([{ outcome: 'failed' }]);
      await changes.findOut(id);
      expect(log()).toMatchObject([{ outcome, after, before: null, requested: 'cat' }]);
      expect(announced.at(-1)).toMatchObject({ outcome });
      expect(told.at(-1)).toMatchObject([{ outcome, undoable: applied }]);
      const { length } = told;
      await changes.findOut(id);
      expect(told).toHaveLength(length);
    },
  );

  it('is found out by the next change too, before that is made', async () => {
    const { changes, log } = await cutOff(true);
    await changes.transformation({ id, seen: 'cat', next: 'rev' });
    expect(log()).toMatchObject([
      { requested: 'cat', outcome: 'verified' },
      { requested: 'rev', outcome: 'verified' },
    ]);
  });

  it('stays unknown while the proxy cannot be asked', async () => {
    const { changes, client, log } = await cutOff(true);
    client.getTransformation = async () => {
      throw someError('not-connected');
    };
    await changes.findOut(id);
    expect(log()).toMatchObject([{ outcome: 'failed' }]);
  });

  it('counts the newest of several as made, where they asked for the same', async () => {
    const { changes, audit, log } = await cutOff(true);
    const [first] = log();
    if (first === undefined) throw new Error('the change was not recorded');
    audit.add(first);
    await changes.findOut(id);
    expect(log().map(({ outcome }) => outcome)).toEqual(['not-applied', 'verified']);
  });

  it('is one whose process was killed between the record and the conclusion', async () => {
    const { changes, proxy, database, audit, log, clock } = setUp();
    const begin = (setting: AuditEntry['setting'], requested: string) =>
      audit.begin({
        at: clock.wall(),
        profileId: id,
        profileName: 'Madrid',
        actor: 'ana',
        setting,
        before: null,
        requested,
        undoes: null,
        plan: null,
      });
    begin('transformation', 'cat');
    begin('bufferSize', '4096');
    const killed = spawnSync(process.execPath, ['-e', '']).pid;
    database.prepare('UPDATE audit SET writer = ?').run(`${hostname()} ${killed} another`);
    changes.disown();
    expect(log().map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
    proxy.transformation = 'cat';
    await changes.findOut(id);
    expect(log().map(({ outcome }) => outcome)).toEqual(['verified', 'failed']);
  });

  it('is not one that another process is still at', () => {
    const { changes, database, audit, log, clock } = setUp();
    audit.begin({
      at: clock.wall(),
      profileId: id,
      profileName: 'Madrid',
      actor: 'luis',
      setting: 'bufferSize',
      before: null,
      requested: '4096',
      undoes: null,
      plan: null,
    });
    database.prepare('UPDATE audit SET writer = ?').run(`${hostname()} ${process.ppid} another`);
    changes.disown();
    expect(log()).toMatchObject([{ outcome: 'begun' }]);
    clock.jumpWall(11 * 60_000);
    changes.disown();
    expect(log()).toMatchObject([{ outcome: 'failed' }]);
  });
});

describe('undo', () => {
  it('changes back, and says which change it took back', async () => {
    const { changes, proxy } = setUp();
    proxy.transformation = 'rev';
    await changes.transformation({ id, seen: 'rev', next: null });
    await expect(changes.undo({ auditId: 1 })).resolves.toMatchObject({
      before: null,
      after: 'rev',
      undoes: 1,
    });
    expect(proxy.transformation).toBe('rev');
  });

  it('is offered for the newest change that took effect, and no longer for the one before', async () => {
    const { changes, told } = setUp();
    const first = await changes.transformation({ id, seen: null, next: 'cat' });
    const second = await changes.transformation({ id, seen: 'cat', next: 'rev' });
    expect(told.at(-1)).toEqual([second, { ...first, undoable: false }]);
    expect(changes.list({ limit: 9 }).map(({ undoable }) => undoable)).toEqual([true, false]);
    await expect(changes.undo({ auditId: first.id })).rejects.toMatchObject({
      code: 'unsupported',
      detail: { reason: 'superseded' },
    });
    const undone = await changes.undo({ auditId: second.id });
    expect(undone).toMatchObject({ after: 'cat', undoable: true });
    expect(told.at(-1)).toEqual([undone, { ...second, undoable: false }]);
  });

  it('is not offered once a change was seen to have been made elsewhere, nor where nobody knows', async () => {
    const { changes, client, proxy, told } = setUp();
    const mine = await changes.transformation({ id, seen: null, next: 'cat' });
    proxy.transformation = 'rev';
    await changes.transformation({ id, seen: 'cat', next: 'x' }).catch(() => undefined);
    expect(told.at(-1)).toMatchObject([
      { outcome: 'conflict', undoable: false },
      { id: mine.id, undoable: false },
    ]);
    const again = await changes.transformation({ id, seen: 'rev', next: 'cat' });
    expect(again.undoable).toBe(true);
    client.setTransformation = async () => {
      throw someError('reply-timeout');
    };
    await changes.transformation({ id, seen: 'cat', next: 'x' }).catch(() => undefined);
    expect(changes.list({ limit: 9 }).some(({ undoable }) => undoable)).toBe(false);
  });

  it('does not undo over a later change by somebody else', async () => {
    const { changes, proxy } = setUp();
    await changes.transformation({ id, seen: null, next: 'cat' });
    proxy.transformation = 'rev';
    await expect(changes.undo({ auditId: 1 })).rejects.toMatchObject({ code: 'not-as-expected' });
    expect(proxy.transformation).toBe('rev');
  });

  it('sets the buffer size of before where it is known, and says where it is not', async () => {
    const { changes, proxy } = setUp();
    await changes.bufferSize({ id, bytes: 1024 });
    await expect(changes.undo({ auditId: 1 })).rejects.toMatchObject({ code: 'unsupported' });
    await changes.bufferSize({ id, bytes: 2048 });
    await changes.undo({ auditId: 2 });
    expect(proxy.bufferSize).toBe(1024);
  });

  it('has nothing to take back of a change that was refused, or of none', async () => {
    const { changes, proxy } = setUp();
    proxy.transformation = 'rev';
    await changes.transformation({ id, seen: null, next: 'cat' }).catch(() => undefined);
    await expect(changes.undo({ auditId: 1 })).rejects.toMatchObject({ code: 'unsupported' });
    await expect(changes.undo({ auditId: 9 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a production profile', () => {
  it('is read-only until unlocked, and again when it is locked', async () => {
    const { changes, proxy } = setUp('production');
    const change = () => changes.bufferSize({ id, bytes: 4096, confirmName: 'Madrid' });
    await expect(change()).rejects.toMatchObject({ code: 'read-only' });
    changes.locks.unlock(id);
    await change();
    changes.locks.lock(id);
    await expect(change()).rejects.toMatchObject({ code: 'read-only' });
    expect(proxy.writes).toBe(1);
  });

  it('is changed only with its name typed, also to undo', async () => {
    const { changes } = setUp('production');
    changes.locks.unlock(id);
    await expect(changes.transformation({ id, seen: null, next: 'cat' })).rejects.toMatchObject({
      code: 'confirmation-needed',
      detail: { name: 'Madrid' },
    });
    await changes.transformation({ id, seen: null, next: 'cat', confirmName: 'Madrid' });
    for (const confirmName of ['Madri', 'Mádrid', '', ' '])
      await expect(changes.undo({ auditId: 1, confirmName })).rejects.toMatchObject({
        code: 'confirmation-needed',
      });
    // As people read it: a keyboard's capitals and an input method's wide letters are no other name.
    await changes.undo({ auditId: 1, confirmName: 'ＭADRID ' });
  });
});
