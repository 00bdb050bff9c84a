import { describe, expect, it } from 'vitest';
import { InvalidValue } from '../../../../electron/cli/arguments/usage.ts';
import {
  bufferSize,
  duration,
  integer,
  seconds,
  transformation,
} from '../../../../electron/cli/arguments/values.ts';

describe('a duration', () => {
  const read = duration(1, 600_000);

  it.each([
    ['500ms', 500],
    ['5s', 5000],
    ['0.5s', 500],
    ['2m', 120_000],
    ['1ms', 1],
    ['10m', 600_000],
  ])('%s is %d ms', (text, ms) => {
    expect(read(text)).toBe(ms);
  });

  it.each(['', '5', 's', '5 s', '-5s', '5h', '5S', '1e3ms', '5s ', '0x5s', 'NaNs', '.5s'])(
    'is not %j',
    (text) => {
      expect(() => read(text)).toThrow(InvalidValue);
    },
  );

  it('has a range, which the fault names', () => {
    const rule = { case: 'duration', min: 1, max: 600_000 };
    expect(() => read('0s')).toThrow(expect.objectContaining({ rule }));
    expect(() => read('11m')).toThrow(expect.objectContaining({ rule }));
  });
});

describe('a whole number', () => {
  it('is digits within the range', () => {
    expect(integer(1, 65_535)('9090')).toBe(9090);
    for (const text of ['', '0', '65536', '-1', '1.5', '1e3', '0x10', ' 1', '٣'])
      expect(() => integer(1, 65_535)(text), text).toThrow(InvalidValue);
  });
});

describe('seconds', () => {
  it('may have a fraction', () => {
    expect(seconds('0.5')).toBe(0.5);
    expect(() => seconds('1s')).toThrow(InvalidValue);
  });
});

describe('a buffer size', () => {
  it.each([
    ['10', 10],
    ['4096', 4096],
    ['16777216', 16_777_216],
    ['010', 10],
    ['64k', 65_536],
    ['1M', 1_048_576],
  ])('%s is %d bytes', (text, bytes) => {
    expect(bufferSize(text)).toBe(bytes);
  });

  it.each(['', '9', '07', '-10', '+10', '10kb', '1e4', '0x10', '16777217', '99999999999999999999'])(
    'is not %j',
    (text) => {
      expect(() => bufferSize(text)).toThrow(InvalidValue);
    },
  );
});

describe('a transformation', () => {
  it('is 1 to 255 printable ASCII characters', () => {
    expect(transformation('tr a-z A-Z')).toBe('tr a-z A-Z');
    expect(transformation('x'.repeat(255))).toHaveLength(255);
    for (const text of ['', 'x'.repeat(256), 'a\nb', 'sed s/ñ/n/', '\u001b[31m'])
      expect(() => transformation(text), text).toThrow(InvalidValue);
  });
});
