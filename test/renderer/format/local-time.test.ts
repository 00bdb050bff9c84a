import { describe, expect, it } from 'vitest';
import { localText, momentOf } from '../../../renderer/format/local-time.ts';

describe('a time in a field', () => {
  it('is by the clock of the machine, and comes back as it went there', () => {
    const at = new Date(2026, 4, 1, 8, 3, 9).getTime();
    expect(localText(at)).toBe('2026-05-01T08:03:09');
    expect(momentOf(localText(at))).toBe(at);
  });

  it('may lack its seconds', () => {
    expect(momentOf('2026-05-01T08:03')).toBe(new Date(2026, 4, 1, 8, 3).getTime());
  });

  it.each(['', '2026', '2026-05-01', '2026-13-01T00:00', 'tomorrow', '2026-05-01T8:3'])(
    'is none where it says none: %j',
    (text) => {
      expect(momentOf(text)).toBeNull();
    },
  );
});
