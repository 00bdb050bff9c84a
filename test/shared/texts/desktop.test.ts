import { expect, test } from 'vitest';
import { desktopTexts } from '../../../shared/texts/desktop.ts';
import { speaker } from '../../../shared/texts/say.ts';

test.each([
  ['es', 'Archivo'],
  ['es-MX', 'Archivo'],
  ['ES_419', 'Archivo'],
  ['en-US', 'File'],
  ['et', 'File'],
  ['', 'File'],
])('for the locale %j the file menu is %j, and numbers are written somehow', (locale, label) => {
  expect(desktopTexts(locale).file).toBe(label);
  expect(speaker(locale).format.number(1)).toBe('1');
});

test('what is made of facts names them in both languages', () => {
  for (const locale of ['en', 'es']) {
    const texts = desktopTexts(locale);
    expect(texts.faultDetail('/data/faults.log')).toContain('/data/faults.log');
    expect(texts.pageGoneDetail('crashed')).toContain('crashed');
    expect(texts.exportPasswords(180)).toContain('180');
    expect(texts.runProgramDetail('pass show')).toContain('pass show');
    expect(texts.takeProgramDetail('pass show')).toContain('pass show');
  }
});
