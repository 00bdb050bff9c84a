import { describe, expect, it } from 'vitest';
import { isUndoable } from '../../../renderer/views/proxy/settings/undoable.ts';
import type { AuditEntry } from '../../../shared/model/change.ts';

const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  id: 1,
  at: 1,
  profileId: '7b1c7f4e-0f0f-4f64-9d2d-3f5a2b6f1c11',
  profileName: 'Madrid',
  actor: 'me',
  setting: 'transformation',
  before: null,
  requested: 'rev',
  after: 'rev',
  outcome: 'verified',
  undoes: null,
  ...change,
});

describe('a change can be taken back', () => {
  it('when it took effect, whatever was there before', () => {
    expect(isUndoable(entry(), [])).toBe(true);
    expect(isUndoable(entry({ before: 'cat' }), [])).toBe(true);
    expect(isUndoable(entry({ outcome: 'mismatch', after: 'other' }), [])).toBe(true);
  });

  it('not when it was refused, or nobody knows what came of it', () => {
    expect(isUndoable(entry({ outcome: 'refused' }), [])).toBe(false);
    expect(isUndoable(entry({ outcome: 'failed' }), [])).toBe(false);
  });

  it('not when nothing is different', () => {
    expect(isUndoable(entry({ before: 'rev' }), [])).toBe(false);
  });

  it('not when the buffer size before is not known', () => {
    const size = entry({
      setting: 'bufferSize',
      requested: '4096',
      after: null,
      outcome: 'unverified',
    });
    expect(isUndoable(size, [])).toBe(false);
    expect(isUndoable({ ...size, before: '1024' }, [])).toBe(true);
  });

  it('once: not after an undo that took effect', () => {
    const undo = entry({ id: 2, undoes: 1, before: 'rev', requested: null, after: null });
    expect(isUndoable(entry(), [undo])).toBe(false);
    expect(isUndoable(entry(), [{ ...undo, outcome: 'refused' }])).toBe(true);
    expect(isUndoable(undo, [undo, entry()])).toBe(true);
  });
});
