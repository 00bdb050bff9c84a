import { describe, expect, it } from 'vitest';
import { commandLineTexts } from '../../../shared/texts/command-line.ts';

/** Every text by its path; what is made of facts, with facts whose place shows. */
function leaves(tree: unknown, path = ''): Map<string, string> {
  if (typeof tree === 'string') return new Map([[path, tree]]);
  if (typeof tree === 'function') return new Map([[path, String(tree('[1]', '[2]', '[3]'))]]);
  if (typeof tree !== 'object' || tree === null) throw new Error(`${path} is no text`);
  return new Map(
    Object.entries(tree).flatMap(([key, branch]) => [...leaves(branch, `${path}.${key}`)]),
  );
}

const english = leaves(commandLineTexts('en'));
const spanish = leaves(commandLineTexts('es'));

/** Words that both languages share. */
const shared = ['error', 'host', 'bytes', 'bytes/s', '[1] bytes', 'id', 'plan', 'proxy'];

describe('the texts of the command line', () => {
  it('are in Spanish other ones than in English', () => {
    const same = [...spanish].filter(([key, text]) => english.get(key) === text);
    expect(same.map(([, text]) => text).filter((text) => !shared.includes(text))).toEqual([]);
  });

  it('are none of them empty, and name the same facts', () => {
    for (const [key, text] of english) {
      expect(text.trim(), key).not.toBe('');
      const facts = (of: string) => [...of.matchAll(/\[\d\]|--[a-z-]+/g)].map(String).sort();
      expect(facts(spanish.get(key) ?? ''), key).toEqual(facts(text));
    }
  });

  it('address the user as usted in Spanish', () => {
    const familiar = /\b(tú|tus?|te|ti|puedes|quieres|tienes|debes)\b/iu;
    for (const [key, text] of spanish) expect(text, key).not.toMatch(familiar);
  });
});
