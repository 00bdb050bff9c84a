import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byteLength,
  transformationFault,
} from '../../../../renderer/components/command/transformation-text.ts';
import { argumentSchema } from '../../../../shared/model/profile.ts';

describe('a transformation that is typed', () => {
  it('is refused while there is nothing', () => {
    expect(transformationFault('')).toEqual({ kind: 'empty' });
  });

  it('may be any printable ASCII of up to 255 bytes', () => {
    expect(transformationFault("sed 's/a/b/' | tr a-z A-Z")).toBeNull();
    expect(transformationFault('x'.repeat(255))).toBeNull();
  });

  it('is refused by the character that is not, with its position', () => {
    expect(transformationFault('señor')).toEqual({
      kind: 'character',
      character: 'ñ',
      position: 3,
      start: 2,
      end: 3,
    });
    expect(transformationFault('a\tb')).toEqual({
      kind: 'character',
      character: '\\x09',
      position: 2,
      start: 1,
      end: 2,
    });
  });

  it('counts characters as they are seen', () => {
    expect(transformationFault('a😀')).toMatchObject({
      kind: 'character',
      position: 2,
      start: 1,
      end: 3,
    });
  });

  it('is refused by how much too long it is', () => {
    expect(transformationFault('x'.repeat(258))).toEqual({
      kind: 'long',
      over: 3,
      start: 255,
      end: 258,
    });
  });

  it('is accepted exactly where the contract accepts it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(transformationFault(typed) === null).toBe(argumentSchema.safeParse(typed).success);
      }),
    );
  });
});

describe('the length', () => {
  it('is counted in bytes', () => {
    expect(byteLength('')).toBe(0);
    expect(byteLength('abc')).toBe(3);
    expect(byteLength('ñ')).toBe(2);
  });
});
