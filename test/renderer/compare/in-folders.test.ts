import { describe, expect, it } from 'vitest';
import { inFolders } from '../../../renderer/views/compare/in-folders.ts';

describe('proxies to choose from', () => {
  it('lie in their folders, those without one first, each in the order of the language', () => {
    const file = (name: string, folder: string) => ({ name, folder });
    const filed = inFolders(
      [file('b 10', 'Z'), file('b 9', 'z'), file('Ñu', ''), file('nube', ''), file('a', 'Á')],
      'es',
    );
    expect(filed.map(({ folder, profiles }) => [folder, profiles.map(({ name }) => name)])).toEqual(
      [
        ['', ['nube', 'Ñu']],
        ['Á', ['a']],
        ['Z', ['b 9', 'b 10']],
      ],
    );
  });
});
