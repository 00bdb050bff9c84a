import { describe, expect, it } from 'vitest';
import {
  folderRows,
  folderTree,
  type TreeRow,
  treeRows,
} from '../../../../renderer/components/tree/folder-tree.ts';

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

  it('has the folders in which nothing lies, and knows which of them are kept', () => {
    const known = [
      { id: '1', path: 'x' },
      { id: '2', path: 'X/empty' },
    ];
    const { folders } = folderTree([file('a', 'x/y')], 'en', known);
    expect(folders[0]).toMatchObject({ id: '1', path: 'x', ids: ['a'] });
    expect(folders[0]?.folders.map(({ id, path }) => [id, path])).toEqual([
      ['2', 'x/empty'],
      [null, 'x/y'],
    ]);
  });

  it('has for who chooses a folder the folders alone', () => {
    const tree = folderTree([file('a', 'x/y'), file('b', 'z'), file('c', '')], 'en');
    const lines = folderRows(tree, new Set());
    expect(
      lines.map(({ name, level, folded, position, size }) => [name, level, folded, position, size]),
    ).toEqual([
      ['x', 1, false, 1, 2],
      ['y', 2, null, 1, 1],
      ['z', 1, null, 2, 2],
    ]);
    expect(folderRows(tree, new Set(['x'])).map(({ name }) => name)).toEqual(['x', 'z']);
  });
});
