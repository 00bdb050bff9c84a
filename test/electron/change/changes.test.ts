import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../shared/errors.ts';
import { someError } from '../../support/facts.ts';
import { id, setUp } from './one-proxy.ts';

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
      shell: 'desktop',
      remote: null,
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
      bufferSizeInDoubt: null,
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
