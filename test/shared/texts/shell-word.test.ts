import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { speaker } from '../../../shared/texts/say.ts';
import { shellWord } from '../../../shared/texts/shell-word.ts';

const names = ['Madrid', 'Madrid 2', "O'Hara's", '$HOME `id` "x"', 'a\\b !!', '-x', 'Málaga', '*'];

describe('a word for the shell', () => {
  it.each(names)('%j is that one word, as the shell reads it', (name) => {
    const script = `printf %s ${shellWord(name)}`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(name);
  });

  it.each(['en', 'es'])('is what a production profile asks for in %s', (language) => {
    for (const name of names) {
      const detail = { case: 'command-line', name, deed: 'change' } as const;
      const { remedy } = speaker(language).error({ code: 'confirmation-needed', detail });
      expect(remedy).toContain(`--confirm ${shellWord(name)} `);
    }
  });
});
