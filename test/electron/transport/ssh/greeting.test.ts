import { describe, expect, it } from 'vitest';
import { afterLine } from '../../../../electron/transport/ssh/greeting.ts';

const rest = (text: string) => afterLine(Buffer.from(text), 'READY')?.toString() ?? null;

describe('the line that was agreed on', () => {
  it('is a whole line, wherever it comes', () => {
    expect(rest('READY\nrest\n')).toBe('rest\n');
    expect(rest('Welcome\n\nREADY\r\nrest')).toBe('rest');
  });

  it('is not one that only has the words', () => {
    for (const text of ['echo READY\nrest', 'READY now\nrest', 'NOT-READY\n', 'READY', '\r\n'])
      expect(rest(text)).toBeNull();
    expect(rest('it says READY\nREADY\nrest')).toBe('rest');
  });
});
