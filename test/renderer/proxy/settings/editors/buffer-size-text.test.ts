import { describe, expect, it } from 'vitest';
import { parseBufferSize } from '../../../../../renderer/views/proxy/settings/editors/buffer-size-text.ts';
import { bufferSizeRange } from '../../../../../shared/spcp/request.ts';

describe('a buffer size that is typed', () => {
  it('is a number of bytes within the range', () => {
    expect(parseBufferSize('4096')).toEqual({ bytes: 4096 });
    expect(parseBufferSize(' 8192 ')).toEqual({ bytes: 8192 });
    expect(parseBufferSize(String(bufferSizeRange.min))).toEqual({ bytes: bufferSizeRange.min });
    expect(parseBufferSize(String(bufferSizeRange.max))).toEqual({ bytes: bufferSizeRange.max });
  });

  it('has two digits at least, since a server refuses one digit and applies it all the same', () => {
    expect(parseBufferSize('9')).toEqual({ fault: 'digits' });
  });

  it.each(['-4096', '4 096', '4096.5', '1e4', '0x10', '4k'])('is digits only: %s', (text) => {
    expect(parseBufferSize(text)).toEqual({ fault: 'digits' });
  });

  it('lies within the range, leading zeros or not', () => {
    expect(parseBufferSize('00')).toEqual({ fault: 'range' });
    expect(parseBufferSize(String(bufferSizeRange.max + 1))).toEqual({ fault: 'range' });
    expect(parseBufferSize('9'.repeat(40))).toEqual({ fault: 'range' });
  });

  it('is missing where nothing is typed', () => {
    expect(parseBufferSize('  ')).toEqual({ fault: 'empty' });
  });
});
