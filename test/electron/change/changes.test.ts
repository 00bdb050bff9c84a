import { describe, expect, it } from 'vitest';
import { createChanges, type SettingsClient } from '../../../electron/change/changes.ts';
import { unlockedMs } from '../../../electron/change/locks.ts';
import { AppError } from '../../../shared/errors.ts';
import type { AuditEntry } from '../../../shared/model/change.ts';
import { type Profile, profileSchema } from '../../../shared/model/profile.ts';

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
  const log: AuditEntry[] = [];
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
  const clock = { now: 1_000_000 };
  const audit = {
    add: (entry: Omit<AuditEntry, 'id'>): AuditEntry => {
      const added = { ...entry, id: log.length + 1 };
      log.push(added);
      return added;
    },
    get: (auditId: number) => log[auditId - 1],
    lastBufferSize: () => {
      const last = log.findLast(
        ({ setting, outcome }) => setting === 'bufferSize' && outcome === 'unverified',
      );
      return last ? { bytes: Number(last.requested), at: last.at } : null;
    },
  };
  const announced: AuditEntry[] = [];
  const changes = createChanges({
    withClient: (_, task) => task(client),
    profileOf: (wanted) => (wanted === id ? profile : undefined),
    audit,
    onChanged: (entry) => announced.push(entry),
    actor: 'ana',
    now: () => clock.now,
  });
  return { changes, client, proxy, log, announced, clock, audit };
}

describe('a change of the transformation', () => {
  it('is written, read back and recorded with who, from what, to what', async () => {
    const { changes, announced } = setUp();
    const entry = await changes.transformation({ id, seen: null, next: 'tr a-z A-Z' });
    expect(entry).toEqual({
      id: 1,
      at: 1_000_000,
      profileId: id,
      profileName: 'Madrid',
      actor: 'ana',
      setting: 'transformation',
      before: null,
      requested: 'tr a-z A-Z',
      after: 'tr a-z A-Z',
      outcome: 'verified',
      undoes: null,
    });
    expect(announced).toEqual([entry]);
  });

  it('writes nothing where another value is in force than the one seen, says which, and records the refusal', async () => {
    const { changes, proxy, log } = setUp();
    proxy.transformation = 'rev';
    await expect(changes.transformation({ id, seen: null, next: 'cat' })).rejects.toMatchObject({
      code: 'not-as-expected',
      detail: { expected: null, found: 'rev' },
    });
    expect(proxy.writes).toBe(0);
    expect(log).toMatchObject([
      { outcome: 'refused', before: 'rev', after: 'rev', requested: 'cat' },
    ]);
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
      throw new AppError('server-error', 'invalid arguments');
    };
    await expect(changes.transformation({ id, seen: null, next: 'x' })).rejects.toMatchObject({
      code: 'server-error',
    });
    client.setTransformation = async () => {
      throw new AppError('reply-timeout', 'no reply');
    };
    await expect(changes.transformation({ id, seen: null, next: 'x' })).rejects.toMatchObject({
      code: 'reply-timeout',
    });
    expect(log.map(({ outcome }) => outcome)).toEqual(['refused', 'failed']);
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

  it('tells that it was made where it could not be recorded', async () => {
    const { changes, audit, proxy } = setUp();
    audit.add = () => {
      throw new Error('disk full');
    };
    await expect(changes.transformation({ id, seen: null, next: 'cat' })).rejects.toMatchObject({
      code: 'storage-failed',
      message: expect.stringContaining('reached Madrid (verified)'),
    });
    expect(proxy.transformation).toBe('cat');
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
    const { changes } = setUp();
    await expect(changes.read(id)).resolves.toEqual({ transformation: null, bufferSize: null });
    await expect(changes.bufferSize({ id, bytes: 4096 })).resolves.toMatchObject({
      outcome: 'unverified',
      before: null,
      requested: '4096',
      after: null,
    });
    await expect(changes.read(id)).resolves.toMatchObject({
      bufferSize: { bytes: 4096, at: 1_000_000 },
    });
  });

  it('is failed, not refused, on an error status: the proxy may have applied it', async () => {
    const { changes, client, log } = setUp();
    client.setBufferSize = async () => {
      throw new AppError('server-error', 'invalid arguments');
    };
    await expect(changes.bufferSize({ id, bytes: 4096 })).rejects.toMatchObject({
      code: 'server-error',
    });
    expect(log).toMatchObject([{ outcome: 'failed' }]);
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
  it('is read-only until unlocked, and again when the time is over or it is locked', async () => {
    const { changes, clock, proxy } = setUp('production');
    const change = () => changes.bufferSize({ id, bytes: 4096, confirmName: 'Madrid' });
    await expect(change()).rejects.toMatchObject({ code: 'read-only' });
    expect(changes.locks.unlock(id)).toBe(1_000_000 + unlockedMs);
    await change();
    changes.locks.lock(id);
    await expect(change()).rejects.toMatchObject({ code: 'read-only' });
    changes.locks.unlock(id);
    clock.now += unlockedMs;
    await expect(change()).rejects.toMatchObject({ code: 'read-only' });
    expect(changes.locks.list()).toEqual([]);
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
    await expect(changes.undo({ auditId: 1, confirmName: 'madrid' })).rejects.toMatchObject({
      code: 'confirmation-needed',
    });
  });
});
