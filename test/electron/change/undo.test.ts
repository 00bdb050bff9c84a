import { describe, expect, it } from 'vitest';
import { someError } from '../../support/facts.ts';
import { id, setUp } from './one-proxy.ts';

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
    const { changes, told, audit } = setUp();
    const first = await changes.transformation({ id, seen: null, next: 'cat' });
    const second = await changes.transformation({ id, seen: 'cat', next: 'rev' });
    expect(told.at(-1)).toEqual([second, { ...first, undoable: false }]);
    expect(changes.rowsOf(audit.list({ limit: 9 })).map(({ undoable }) => undoable)).toEqual([
      true,
      false,
    ]);
    await expect(changes.undo({ auditId: first.id })).rejects.toMatchObject({
      code: 'unsupported',
      detail: { reason: 'superseded' },
    });
    const undone = await changes.undo({ auditId: second.id });
    expect(undone).toMatchObject({ after: 'cat', undoable: true });
    expect(told.at(-1)).toEqual([undone, { ...second, undoable: false }]);
  });

  it('is not offered once a change was seen to have been made elsewhere, nor where nobody knows', async () => {
    const { changes, client, proxy, told, audit } = setUp();
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
    expect(changes.rowsOf(audit.list({ limit: 9 })).some(({ undoable }) => undoable)).toBe(false);
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
