import { describe, expect, it } from 'vitest';
import { english as helpInEnglish } from '../../../renderer/components/help/english.ts';
import { spanish as helpInSpanish } from '../../../renderer/components/help/spanish.ts';
import { en } from '../../../renderer/locales/en/index.ts';
import { es } from '../../../renderer/locales/es/index.ts';
import { leaves, placeholdersOf } from './leaves.ts';

const english = leaves({ ...en, help: helpInEnglish });
const spanish = leaves({ ...es, help: helpInSpanish });

describe('the texts', () => {
  it('are the same in Spanish as in English, but for plural forms that English lacks', () => {
    const added = [...spanish.keys()].filter((key) => !english.has(key));
    const missing = [...english.keys()].filter((key) => !spanish.has(key));
    expect(missing).toEqual([]);
    expect(added.filter((key) => !key.endsWith('_many'))).toEqual([]);
  });

  it('write an ellipsis as one sign that stands right behind its word', () => {
    const others = /\.\.\.|\s…/;
    expect([...english, ...spanish].filter(([, text]) => others.test(text))).toEqual([]);
  });

  it('are none of them empty', () => {
    for (const [key, text] of [...english, ...spanish]) expect(text.trim(), key).not.toBe('');
  });

  it('call a vault and its passphrase by one name each in Spanish', () => {
    const others = /frases? de paso|almac[eé]n(es)?\b|contraseña maestra/i;
    expect([...spanish].filter(([, text]) => others.test(text))).toEqual([]);
  });

  it('have the same placeholders in both languages', () => {
    for (const [key, text] of english) {
      expect(placeholdersOf(spanish.get(key) ?? ''), key).toEqual(placeholdersOf(text));
    }
  });

  it.each([
    ['en', english],
    ['es', spanish],
  ])('have every form that counting takes in %s, with the same placeholders', (locale, texts) => {
    // Spanish has one for millions, `many`.
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const others = [...texts.keys()].filter((key) => key.endsWith('_other'));
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) {
      const placeholders = placeholdersOf(texts.get(other) ?? '');
      for (const form of forms) {
        const key = other.replace(/_other$/, `_${form}`);
        expect(texts.has(key), key).toBe(true);
        // One proxy may be named without its number.
        if (form !== 'one') expect(placeholdersOf(texts.get(key) ?? ''), key).toEqual(placeholders);
      }
    }
  });

  it('address the user as usted in Spanish', () => {
    const familiar = /\b(tú|tus?|te|ti|puedes|quieres|tienes|debes)\b/iu;
    for (const [key, text] of spanish) expect(text, key).not.toMatch(familiar);
  });
});
