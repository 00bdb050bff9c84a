import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../../../shared/model/filter/tokens.ts';

const plain = { negated: false, operator: null, quoted: false };

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

  it('takes time in proportion to the text', () => {
    const text = '-a:"'.repeat(50_000);
    const start = performance.now();
    tokensOf(text);
    tokensOf('a'.repeat(200_000));
    tokensOf('"'.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
