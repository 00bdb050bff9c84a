import { expect, test } from 'vitest';
import { fill, textsFor } from '../../../electron/desktop/texts.ts';

test.each([
  ['es', 'Archivo'],
  ['es-MX', 'Archivo'],
  ['ES_419', 'Archivo'],
  ['en-US', 'File'],
  ['et', 'File'],
  ['', 'File'],
])('for the locale %j the file menu is %j', (locale, label) => {
  expect(textsFor(locale).file).toBe(label);
});

test('both languages fill the same places', () => {
  const places = (text: string) => text.match(/\{\w+\}/g) ?? [];
  const english = textsFor('en');
  const spanish = textsFor('es');
  for (const key of Object.keys(english) as (keyof typeof english)[]) {
    expect(places(spanish[key]), key).toEqual(places(english[key]));
  }
});

test('a text is filled by name, and a name without a value is left to be seen', () => {
  expect(fill('{a} and {b}', { a: '1' })).toBe('1 and {b}');
});
