import { describe, expect, it } from 'vitest';
import { inFolders } from '../../../../renderer/views/shell/sidebar/in-folders.ts';

describe('the proxies in the menu', () => {
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
