import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBufferSize } from '../../../shared/model/buffer-size.ts';
import { bufferSizeRange } from '../../../shared/spcp/request.ts';

const { min, max } = bufferSizeRange;

describe('a buffer size that is typed', () => {
  it('is a number of bytes within the range', () => {
    expect(parseBufferSize('4096')).toEqual({ bytes: 4096 });
    expect(parseBufferSize(' 8192 ')).toEqual({ bytes: 8192 });
    expect(parseBufferSize(String(min))).toEqual({ bytes: min });
    expect(parseBufferSize(String(max))).toEqual({ bytes: max });
  });

  it.each([
    ['64k', 65_536],
    ['64K', 65_536],
    ['64 KiB', 65_536],
    ['4ki', 4096],
    ['1M', 1_048_576],
    ['16 mib', 16_777_216],
    ['512B', 512],
  ])('may have a unit, k for 1024 bytes: %s', (text, bytes) => {
    expect(parseBufferSize(text)).toEqual({ bytes });
  });

  it('asks what kB is meant to be', () => {
    expect(parseBufferSize('64kB')).toEqual({ fault: 'ambiguous' });
    expect(parseBufferSize('1 MB')).toEqual({ fault: 'ambiguous' });
  });

  it('has two digits at least without a unit, since a server refuses one digit and applies it all the same', () => {
    expect(parseBufferSize('9')).toEqual({ fault: 'number' });
    expect(parseBufferSize('9 B')).toEqual({ fault: 'number' });
    expect(parseBufferSize('9k')).toEqual({ bytes: 9216 });
  });

  it.each(['-4096', '4 096', '4096.5', '1e4', '0x10', 'k', '4kk', '4 k k', '1G', '4q'])(
    'is a whole number: %s',
    (text) => {
      expect(parseBufferSize(text)).toEqual({ fault: 'number' });
    },
  );

  it('lies within the range, leading zeros or not', () => {
    for (const text of ['00', '0k', String(max + 1), '17M', '9'.repeat(400)])
      expect(parseBufferSize(text)).toEqual({ fault: 'range' });
  });

  it('is missing where nothing is typed', () => {
    expect(parseBufferSize('  ')).toEqual({ fault: 'empty' });
  });

  it('is one that can be sent, or none, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{1,12} ?[kKmMiIbB]{0,3}$/));
    fc.assert(
      fc.property(text, (typed) => {
        const parsed = parseBufferSize(typed);
        if ('fault' in parsed) return;
        expect(Number.isInteger(parsed.bytes)).toBe(true);
        expect(parsed.bytes).toBeGreaterThanOrEqual(min);
        expect(parsed.bytes).toBeLessThanOrEqual(max);
      }),
    );
  });
});
