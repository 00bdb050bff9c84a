import { describe, expect, it } from 'vitest';
import { createUndos } from '../../../../electron/core/roster/undos.ts';

const gone = expect.objectContaining({ code: 'not-found', detail: { case: 'undo' } });

describe('what takes edits back', () => {
  it('is kept for the last ones, and is said to be gone where it was used or forgotten', () => {
    const undos = createUndos<string>(2);
    const [first, second, third] = ['a', 'b', 'c'].map(undos.keep);
    expect(() => undos.get(first ?? '')).toThrow(gone);
    expect(undos.get(second ?? '')).toBe('b');
    expect(undos.entries().map(([, undo]) => undo)).toEqual(['b', 'c']);
    undos.delete(third ?? '');
    expect(() => undos.get(third ?? '')).toThrow(gone);
    undos.clear();
    expect(() => undos.get(second ?? '')).toThrow(gone);
  });
});
