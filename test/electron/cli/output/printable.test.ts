import { describe, expect, it } from 'vitest';
import { printable, printableJson } from '../../../../electron/cli/output/printable.ts';

describe('printable text', () => {
  it('keeps the letters of every language', () => {
    expect(printable('Málaga 東京 \\ "quoted"')).toBe('Málaga 東京 \\ "quoted"');
  });

  it('escapes what could act on a terminal or leave the line', () => {
    expect(printable('a\u001b[31mb\nc\u009bd\u007f')).toBe('a\\x1b[31mb\\x0ac\\x9bd\\x7f');
    expect(printable('x\u202ey\u2028z\ud800')).toBe('x\\u{202e}y\\u{2028}z\\u{d800}');
  });
});

describe('printable JSON', () => {
  it('means the same, and has no character that could act on a terminal', () => {
    const value = { text: 'a\u001b[31m\u009b\u202e\u{e0001}ñ\\' };
    const text = printableJson(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text).toBe('{"text":"a\\u001b[31m\\u009b\\u202e\\udb40\\udc01ñ\\\\"}');
  });
});
