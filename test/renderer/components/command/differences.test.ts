import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lineDifference,
  type Segment,
  wordDifference,
} from '../../../../renderer/components/command/differences.ts';

const side = (segments: readonly Segment[], own: 'removed' | 'added'): string =>
  segments
    .filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  it('is told word by word of commands, and line by line of mails', () => {
    expect(wordDifference('tr a-z A-Z', 'tr a-z A-X')).toEqual([
      { kind: 'same', text: 'tr a-z A-' },
      { kind: 'removed', text: 'Z' },
      { kind: 'added', text: 'X' },
    ]);
    expect(lineDifference('a\nb\n', 'a\nc\n')).toEqual([
      { kind: 'same', text: 'a\n' },
      { kind: 'removed', text: 'b\n' },
      { kind: 'added', text: 'c\n' },
    ]);
  });

  it.each([wordDifference, lineDifference])('has all of both texts', (difference) => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r\n', '|', 'é') });
    fc.assert(
      fc.property(text, text, (from, to) => {
        const segments = difference(from, to);
        expect(side(segments, 'removed')).toBe(from);
        expect(side(segments, 'added')).toBe(to);
      }),
    );
  });

  it('is all of both where finding it would take too long', () => {
    const many = (letter: string) =>
      Array.from({ length: 60_000 }, (_, i) => `${letter}${(i * 7919) % 60_013}`).join('\n');
    const from = many('a');
    const to = many('b');
    const segments = lineDifference(from, to);
    expect(side(segments, 'removed')).toBe(from);
    expect(side(segments, 'added')).toBe(to);
  });
});
