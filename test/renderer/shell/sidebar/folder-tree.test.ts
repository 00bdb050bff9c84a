import { describe, expect, it } from 'vitest';
import {
  folderTree,
  type TreeRow,
  treeRows,
} from '../../../../renderer/views/shell/sidebar/folder-tree.ts';

interface Filed {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
}

const file = (name: string, folder: string): Filed => ({ id: name, name, folder });

const textOf = (row: TreeRow<Filed>): string =>
  `${'  '.repeat(row.level - 1)}${row.kind === 'folder' ? `${row.folder.name}/` : row.proxy.name}`;

const shown = (proxies: readonly Filed[], folded: readonly string[] = []): string[] =>
  treeRows(folderTree(proxies, 'es'), new Set(folded)).map(textOf);

describe('the tree of the menu', () => {
  it('has folders in one another before what lies beside them, each in the order of the language', () => {
    const proxies = [
      file('nube', ''),
      file('Ñu', ''),
      file('b 10', 'Europa/Z'),
      file('b 9', 'europa/z'),
      file('a', 'Europa'),
      file('c', 'África'),
    ];
    expect(shown(proxies)).toEqual([
      'África/',
      '  c',
      'Europa/',
      '  Z/',
      '    b 9',
      '    b 10',
      '  a',
      'nube',
      'Ñu',
    ]);
    expect(shown(proxies, ['europa/z', 'áfrica'])).toEqual([
      'África/',
      'Europa/',
      '  Z/',
      '  a',
      'nube',
      'Ñu',
    ]);
  });

  it('says of each line where it stands, and of each folder all that is beneath it', () => {
    const proxies = [file('a', 'x/y'), file('b', 'x'), file('c', '')];
    const tree = folderTree(proxies, 'en');
    expect(tree.folders[0]).toMatchObject({ key: 'x', path: 'x', ids: ['a', 'b'] });
    expect(tree.folders[0]?.folders[0]).toMatchObject({ key: 'x/y', path: 'x/y', ids: ['a'] });
    expect(
      treeRows(tree, new Set()).map(({ level, position, size }) => [level, position, size]),
    ).toEqual([
      [1, 1, 2],
      [2, 1, 2],
      [3, 1, 1],
      [2, 2, 2],
      [1, 2, 2],
    ]);
  });
});
