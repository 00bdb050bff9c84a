import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeBytes,
  encodeAscii,
  escapeBytes,
  escapeControls,
  shownText,
} from '../../../shared/spcp/ascii.ts';
import { codeOf, printable } from '../../support/codec.ts';

describe('text', () => {
  it('is the same after a round trip, where it is printable ASCII', () => {
    fc.assert(
      fc.property(printable(0, 300), (text) => {
        expect(decodeBytes(encodeAscii(text))).toBe(text);
      }),
    );
  });

  it.each(['\x1f', '\x7f', '\x80', 'é', '🙂', 'a\tb'])('is refused with %j in it', (text) => {
    expect(codeOf(() => encodeAscii(text))).toMatchObject({ code: 'not-ascii' });
  });

  it('says where the first character is that cannot be sent', () => {
    expect(codeOf(() => encodeAscii('abc\n'))).toMatchObject({ offset: 3 });
  });
});

describe('bytes for people', () => {
  it.each([
    [[0x61, 0x62], 'ab'],
    [[0x1b, 0x5b, 0x32, 0x4a], '\\x1b[2J'],
    [[0x00, 0x0a, 0x7f, 0xff], '\\x00\\x0a\\x7f\\xff'],
    [[0x5c, 0x78, 0x30, 0x30], '\\\\x00'],
  ])('of %j are %j', (bytes, shown) => {
    expect(escapeBytes(Uint8Array.from(bytes))).toBe(shown);
  });

  it('never hold a character that a terminal or a page would act on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeControls(text)).toMatch(/^[ -~]*$/);
      }),
    );
  });

  it('are different for different bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        const same = Buffer.from(a).equals(Buffer.from(b));
        expect(escapeBytes(a) === escapeBytes(b)).toBe(same);
      }),
    );
  });
});

describe('a text of a proxy', () => {
  it('is shown as it is where it is printable', () => {
    expect(shownText(String.raw`sed 's/\n//'`)).toBe(String.raw`sed 's/\n//'`);
  });

  it('has its other bytes written out', () => {
    expect(shownText('a\x00b\x1b[2J')).toBe(String.raw`a\x00b\x1b[2J`);
  });
});
