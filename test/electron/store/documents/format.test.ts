import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type DocumentFormat,
  parse,
  serialise,
} from '../../../../electron/store/documents/format.ts';

/** Names, in their third version: the first had one text, the second a list under another key. */
const format: DocumentFormat<readonly string[]> = {
  file: 'names.json',
  migrations: [
    (content) => ({ list: z.object({ text: z.string() }).parse(content).text.split(',') }),
    (content) => ({ names: z.object({ list: z.array(z.string()) }).parse(content).list }),
  ],
  copies: 1,
  empty: [],
  encode: (names) => ({ names }),
  decode: (content) => ({
    value: z.object({ names: z.array(z.string()) }).parse(content).names,
    lost: [],
  }),
  mend: () => null,
};
const good = { kind: 'good', decoded: { value: ['a', 'b'], lost: [] } };

describe('a versioned file', () => {
  it('is written in the present version, with its time', () => {
    const text = serialise(format, ['a', 'b'], 17);
    expect(JSON.parse(text)).toEqual({ version: 3, savedAt: 17, names: ['a', 'b'] });
    expect(parse(format, text)).toEqual({ ...good, savedAt: 17 });
  });

  it.each([
    ['first', { version: 1, savedAt: 1, text: 'a,b' }],
    ['second', { version: 2, savedAt: 1, list: ['a', 'b'] }],
  ])('of the %s version is brought to the present one, step by step', (_, content) => {
    expect(parse(format, JSON.stringify(content))).toMatchObject(good);
  });

  it('of a later version is told apart from a damaged one, whatever else is in it', () => {
    expect(parse(format, '{ "version": 4, "savedAt": "soon" }')).toEqual({
      kind: 'newer',
      version: 4,
    });
    expect(parse(format, '{ "version": 1, "savedAt": 1 }')).toEqual({ kind: 'damaged' });
    expect(parse(format, '{ "version": "4" }')).toEqual({ kind: 'damaged' });
  });
});
