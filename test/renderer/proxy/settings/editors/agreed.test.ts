import { describe, expect, it } from 'vitest';
import { agreed } from '../../../../../renderer/views/proxy/settings/editors/agreed.ts';
import { auditRow } from '../audit-row.ts';

const done = { kind: 'done', entry: auditRow({ at: 1000, after: 'rev' }) } as const;

describe('the value in force and what the last change came to', () => {
  it('are what was read back, though what was read before it is shown still', () => {
    const known = { value: 'cat', at: 900 };
    expect(agreed(known, done, 900)).toEqual({ known: { value: 'rev', at: 1000 }, progress: done });
    expect(agreed(null, done, 0).known).toEqual({ value: 'rev', at: 1000 });
  });

  it('are not told apart by a reading that was taken while the change was made', () => {
    const known = { value: 'cat', at: 1010 };
    expect(agreed(known, done, 1010)).toMatchObject({ known: { value: 'rev' }, progress: done });
  });

  it('agree on a later reading: of another value the change is told no longer', () => {
    const same = { value: 'rev', at: 2000 };
    expect(agreed(same, done, 900)).toEqual({ known: same, progress: done });
    const other = { value: 'cat', at: 2000 };
    expect(agreed(other, done, 900)).toEqual({ known: other, progress: { kind: 'idle' } });
  });

  it('have nothing to do with each other while there is no result', () => {
    const known = { value: 'cat', at: 1 };
    expect(agreed(known, { kind: 'busy' }, 0)).toEqual({ known, progress: { kind: 'busy' } });
  });
});
