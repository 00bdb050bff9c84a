import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { tokensOf } from '../../../../shared/model/filter/tokens.ts';

const plain = { negated: false, operator: null, quoted: false };

/** How many characters of a text are looked at. */
function readsOf(text: string): number {
  let reads = 0;
  const { charAt, indexOf } = String.prototype;
  vi.spyOn(String.prototype, 'charAt').mockImplementation(function (this: string, at) {
    reads++;
    return charAt.call(this, at);
  });
  vi.spyOn(String.prototype, 'indexOf').mockImplementation(function (this: string, sought, from) {
    const found = indexOf.call(this, sought, from);
    reads += (found < 0 ? this.length : found + 1) - (from ?? 0);
    return found;
  });
  onTestFinished(() => void vi.restoreAllMocks());
  tokensOf(text);
  vi.restoreAllMocks();
  return reads;
}

describe('what a filter asks for', () => {
  it.each([
    ['', []],
    ['  ', []],
    [
      'mail 05',
      [
        { ...plain, value: 'mail' },
        { ...plain, value: '05' },
      ],
    ],
    ['"mail 05"', [{ ...plain, value: 'mail 05', quoted: true }]],
    [
      '«mail 05» x',
      [
        { ...plain, value: 'mail 05', quoted: true },
        { ...plain, value: 'x' },
      ],
    ],
    ['"open end', [{ ...plain, value: 'open end', quoted: true }]],
    ['-mail', [{ ...plain, negated: true, value: 'mail' }]],
    [
      '- mail',
      [
        { ...plain, value: '-' },
        { ...plain, value: 'mail' },
      ],
    ],
    ['mail-05', [{ ...plain, value: 'mail-05' }]],
    ['state:ready', [{ ...plain, operator: 'state', value: 'ready' }]],
    ['vía:udp', [{ ...plain, operator: 'vía', value: 'udp' }]],
    [
      '-state:"needs attention"',
      [{ negated: true, operator: 'state', value: 'needs attention', quoted: true }],
    ],
    ['state: ', [{ ...plain, operator: 'state', value: '' }]],
    ['folder:""', [{ ...plain, operator: 'folder', value: '', quoted: true }]],
    ['10.0.0.1:9090', [{ ...plain, value: '10.0.0.1:9090' }]],
    ['fe80::1', [{ ...plain, value: 'fe80::1' }]],
    ['::1', [{ ...plain, value: '::1' }]],
  ])('%j', (text, tokens) => expect(tokensOf(text)).toEqual(tokens));

  it('is read to its end, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { value } of tokensOf(text)) expect(text).toContain(value);
      }),
    );
  });

  it.each(['-a:"', 'a', '"', 'a"', '-', '“'])(
    'reads so many characters as are in proportion to a text of %s',
    (part) => {
      const reads = readsOf(part.repeat(1000));
      expect(reads).toBeGreaterThanOrEqual(part.length * 1000);
      expect(readsOf(part.repeat(4000))).toBeLessThan(4.1 * reads);
    },
  );
});
