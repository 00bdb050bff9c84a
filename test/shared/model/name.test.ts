import { describe, expect, it } from 'vitest';
import { hiddenIn, showHidden } from '../../../shared/model/hidden.ts';
import { isSameName } from '../../../shared/model/name.ts';
import { folderSchema, nameSchema } from '../../../shared/model/name-schemas.ts';
import { searcher } from '../../../shared/model/search.ts';

describe('a character that nobody sees', () => {
  it.each([
    ['a\u202eb', 'U+202E'],
    ['a\u2066b', 'U+2066'],
    ['\ufeffa', 'U+FEFF'],
    ['a\u200bb', 'U+200B'],
    ['a\u200db', 'U+200D'],
    ['a\u00adb', 'U+00AD'],
    ['1\ufe0f', 'U+FE0F'],
    ['\u3164', 'U+3164'],
    ['\u2800', 'U+2800'],
    ['a\ud800', 'U+D800'],
    ['\ue000', 'U+E000'],
    ['\u0378', 'U+0378'],
    ['a\u{e0041}', 'U+E0041'],
    ['a\u2028b', 'U+2028'],
    ['a\u0007', 'U+0007'],
  ])('is found in %j, and shown as its number', (text, name) => {
    expect(hiddenIn(text)).toBe(name);
    expect(showHidden(text)).toContain(`<${name}>`);
    expect(hiddenIn(showHidden(text))).toBeNull();
  });

  it.each([
    'Málaga',
    'Ma\u0301laga',
    '東京',
    'مدريد',
    'हिन्दी',
    '❤️',
    '👩‍💻',
    '👩🏽‍🚒',
    '👨‍🦰',
    '1️⃣',
    '🏴‍☠️',
    '🇪🇸',
  ])('is not in %s', (text) => {
    expect(hiddenIn(text)).toBeNull();
    expect(showHidden(text)).toBe(text);
  });
});

describe('a name', () => {
  it('is kept composed, with plain single spaces inside and none around', () => {
    expect(nameSchema.parse(' Ma\u0301laga\u00a0 2\u3000')).toBe('Málaga 2');
    // 80 characters, also where they were typed as 160.
    expect(nameSchema.parse('a\u0301'.repeat(80))).toBe('á'.repeat(80));
  });

  it.each(['', '  ', '\u00a0', 'a'.repeat(81), 'a\u202eb', 'a\u200bb'])('is not %j', (text) => {
    expect(nameSchema.safeParse(text).success).toBe(false);
  });

  it.each([
    ['Málaga', 'ma\u0301laga'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['ΟΔΟΣ 1', 'οδοσ 1'],
    ['Ｐroxy', 'proxy'],
    ['a b', ' a\u00a0\u00a0b'],
    ['ab', 'a\u200bb'],
  ])('%j is %j to whoever reads it', (a, b) => {
    expect(isSameName(a, b)).toBe(true);
  });

  it('with other accents is another', () => {
    expect(isSameName('Ana', 'Aña')).toBe(false);
    expect(isSameName('Malaga', 'Málaga')).toBe(false);
  });
});

describe('a folder', () => {
  it('is a path of names, none of them empty', () => {
    expect(folderSchema.parse(' / Europe // Ma\u0301laga\u00a0/ ')).toBe('Europe/Málaga');
    expect(folderSchema.parse(' / ')).toBe('');
    expect(folderSchema.safeParse('Europe/\u200b').success).toBe(false);
    expect(folderSchema.safeParse('a'.repeat(201)).success).toBe(false);
  });
});

describe('a search', () => {
  it.each([
    ['malaga', 'Málaga'],
    ['MÁLAGA', 'malaga'],
    ['ma\u0301laga', 'Málaga'],
    ['lodz', 'Łódź'],
    ['strasse', 'Straße'],
    ['proxy', 'ＰＲＯＸＹ'],
    ['οδος', 'ΟΔΟΣ'],
    ['οδοσ', 'οδος 1'],
    [' b  a ', 'a b'],
    ['', 'anything'],
  ])('for %j finds %j', (wanted, text) => {
    expect(searcher(wanted)([text])).toBe(true);
  });

  it('finds words in any of the texts, and none across two', () => {
    expect(searcher('spain mad')(['Madrid', 'Europe/Spain'])).toBe(true);
    expect(searcher('drideu')(['Madrid', 'Europe/Spain'])).toBe(false);
    expect(searcher('कि')(['क'])).toBe(false);
  });
});
