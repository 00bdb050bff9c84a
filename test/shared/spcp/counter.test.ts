import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodecError } from '../../../shared/spcp/codec-error.ts';
import { isImplausibleConnections, parseCounter } from '../../../shared/spcp/counter.ts';
import { codeOf } from '../../support/codec.ts';

describe('the number of a metric', () => {
  it.each([
    ['0', 0n],
    ['-0', 0n],
    ['+7', 7n],
    ['-1', -1n],
    ['007', 7n],
    ['4294967295', 4_294_967_295n],
    ['9007199254740993', 9_007_199_254_740_993n],
    ['18446744073709551615', 2n ** 64n - 1n],
    ['-9223372036854775808', -(2n ** 63n)],
    ['00000000018446744073709551615', 2n ** 64n - 1n],
  ])('is read from %j', (text, value) => {
    expect(parseCounter(text)).toBe(value);
  });

  it.each(['18446744073709551616', '99999999999999999999', '-9223372036854775809', '9'.repeat(40)])(
    'does not fit 64 bits in %j',
    (text) => {
      expect(codeOf(() => parseCounter(text))).toMatchObject({ code: 'out-of-range' });
    },
  );

  it.each([
    '',
    ' ',
    '-',
    '+',
    '--1',
    '1 ',
    ' 1',
    '1\n',
    '0x10',
    '1e3',
    '1.0',
    '1,000',
    '\0',
    'many',
    '١',
    '9'.repeat(41),
  ])('is not in %j', (text) => {
    expect(codeOf(() => parseCounter(text))).toMatchObject({ code: 'not-a-number' });
  });

  it('is the same after a round trip, for every 64-bit value', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }), (value) => {
        expect(parseCounter(String(value))).toBe(value);
      }),
    );
  });

  it('is read from any text, or refused by a CodecError and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        try {
          expect(typeof parseCounter(text)).toBe('bigint');
        } catch (error) {
          expect(error).toBeInstanceOf(CodecError);
        }
      }),
    );
  });
});

describe('a count of connections (deployed behaviour 14)', () => {
  it.each([-1n, -(2n ** 63n), 4_294_967_295n, 4_294_967_290n, 2n ** 64n - 1n])(
    'of %s is implausible',
    (value) => {
      expect(isImplausibleConnections(value)).toBe(true);
    },
  );

  it.each([0n, 1n, 500n, 100_000n, 4_294_967_296n])('of %s is plausible', (value) => {
    expect(isImplausibleConnections(value)).toBe(false);
  });
});
