import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, splitItems, stringifySearch } from '../../../renderer/api/search-text.ts';

/** Any text, half of a surrogate pair too. */
const anyText = fc.string({ unit: 'binary' });
const wellFormed = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed());

describe('what an address says behind its question mark', () => {
  it('is flat and can be read by people', () => {
    expect(stringifySearch({ sort: 'name', state: 'ready', ids: ['a', 'b'] })).toBe(
      '?sort=name&state=ready&ids=a,b',
    );
    expect(parseSearch('?sort=name&state=ready&ids=a,b')).toEqual({
      sort: 'name',
      state: 'ready',
      ids: 'a,b',
    });
  });

  it('is nothing where there is nothing to say', () => {
    expect(stringifySearch({})).toBe('');
    expect(stringifySearch({ proxy: undefined, kinds: [] })).toBe('');
    expect(parseSearch('')).toEqual({});
    expect(parseSearch('?')).toEqual({});
  });

  it('tells a text that was cleared from one that was never given', () => {
    expect(stringifySearch({ text: '' })).toBe('?text=');
    expect(parseSearch('?text=')).toEqual({ text: '' });
  });

  it('stays text: a filter for 1e3, true or {} is one for just that', () => {
    for (const text of ['1e3', '007', 'true', 'null', '{}', '[1]', '"a"', ' a+b & c=d#e?f %25 ']) {
      expect(parseSearch(stringifySearch({ text }))).toEqual({ text });
    }
  });

  it('is read as it was written, whatever texts were in it', () => {
    const states = fc.dictionary(wellFormed, wellFormed, { noNullPrototype: false });
    fc.assert(
      fc.property(states, (state) => {
        expect({ ...parseSearch(stringifySearch(state)) }).toEqual({ ...state });
      }),
    );
  });

  it('holds lists of any texts, with commas and percent signs in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(wellFormed, fc.constantFrom('%', ',', '%2C', '%252C'))),
        (ids) => {
          // A list of one empty text is that of none: no list of the app holds empty texts.
          fc.pre(!(ids.length === 1 && ids[0] === ''));
          expect(splitItems(parseSearch(stringifySearch({ ids })).ids ?? '')).toEqual(ids);
        },
      ),
    );
  });

  it('never throws, on whatever somebody pasted or a view holds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = parseSearch(text);
        for (const value of Object.values(read)) splitItems(value);
        parseSearch(stringifySearch(read));
        stringifySearch({ [text]: text, list: [text] });
      }),
    );
    for (const hostile of [
      '?%',
      '?a=%',
      '?a=%zz&b=%e0%a4',
      '?=&=&&',
      '?a',
      `?a=${'%'.repeat(10_000)}`,
    ]) {
      expect(() => parseSearch(hostile), hostile.slice(0, 20)).not.toThrow();
    }
    expect(parseSearch('?text=100%')).toEqual({ text: '100%' });
  });

  it('counts the first where a name is repeated', () => {
    expect(parseSearch('?sort=name&sort=state&ids=a&ids=b')).toEqual({ sort: 'name', ids: 'a' });
  });

  it('takes names that objects have by themselves for what they are', () => {
    const read = parseSearch('?__proto__=a&constructor=b&toString=c');
    expect(Object.entries(read)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['toString', 'c'],
    ]);
    expect(parseSearch('').toString).toBeUndefined();
  });
});
