import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/locales/en/index.ts';
import { es } from '../../../renderer/locales/es/index.ts';
import { leaves, placeholdersOf } from './leaves.ts';

const english = leaves(en);
const spanish = leaves(es);

describe('the texts', () => {
  it('are the same in Spanish as in English, but for plural forms that English lacks', () => {
    const added = [...spanish.keys()].filter((key) => !english.has(key));
    const missing = [...english.keys()].filter((key) => !spanish.has(key));
    expect(missing).toEqual([]);
    expect(added.filter((key) => !key.endsWith('_many'))).toEqual([]);
  });

  it('are none of them empty', () => {
    for (const [key, text] of [...english, ...spanish]) expect(text.trim(), key).not.toBe('');
  });

  it('have the same placeholders in both languages', () => {
    for (const [key, text] of english) {
      expect(placeholdersOf(spanish.get(key) ?? ''), key).toEqual(placeholdersOf(text));
    }
  });

  it('have a form for many where they have one for other: Spanish wants it for millions', () => {
    for (const key of spanish.keys()) {
      if (!key.endsWith('_other')) continue;
      const many = key.replace(/_other$/, '_many');
      if (spanish.has(many)) {
        expect(placeholdersOf(spanish.get(many) ?? ''), many).toEqual(
          placeholdersOf(spanish.get(key) ?? ''),
        );
      }
    }
  });

  it('address the user as usted in Spanish', () => {
    const familiar = /\b(tú|tus?|te|ti|puedes|quieres|tienes|debes)\b/iu;
    for (const [key, text] of spanish) expect(text, key).not.toMatch(familiar);
  });
});
