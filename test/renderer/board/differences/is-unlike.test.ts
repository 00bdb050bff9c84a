import { describe, expect, it } from 'vitest';
import {
  asksForUnlike,
  withUnlike,
} from '../../../../renderer/views/board/differences/is-unlike.ts';

describe('the filter for what is unlike its group', () => {
  it('is put behind what was typed, once, and taken away again', () => {
    expect(withUnlike('', true)).toBe('is:unlike');
    const text = withUnlike('mail state:ready', true);
    expect(text).toBe('mail state:ready is:unlike');
    expect(withUnlike(text, true)).toBe(text);
    expect(asksForUnlike(text)).toBe(true);
    expect(withUnlike(text, false)).toBe('mail state:ready');
    expect(asksForUnlike('-is:unlike')).toBe(false);
  });
});
