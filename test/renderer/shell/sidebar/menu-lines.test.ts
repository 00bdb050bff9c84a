import { describe, expect, it } from 'vitest';
import { folderTree, treeRows } from '../../../../renderer/components/tree/folder-tree.ts';
import { menuLines } from '../../../../renderer/views/shell/sidebar/menu-lines.ts';
import { recentOf } from '../../../../renderer/views/shell/sidebar/use-sections.ts';
import { profileOf } from '../../snapshots.ts';

const a = profileOf('a', { folder: 'x', favourite: true });
const b = profileOf('b');
const rows = treeRows(folderTree([a, b], 'en'), new Set());

describe('the lines of the menu', () => {
  it('begin with the sections that have something, and count them among the folders', () => {
    const lines = menuLines(
      [
        { section: 'favourites', name: 'Favourites', profiles: [a], folded: false },
        { section: 'recent', name: 'Recent', profiles: [], folded: false },
      ],
      rows,
    );
    expect(lines.map(({ name, level, position, size }) => [name, level, position, size])).toEqual([
      ['Favourites', 1, 1, 3],
      ['a', 2, 1, 1],
      ['x', 1, 2, 3],
      ['a', 2, 1, 1],
      ['b', 1, 3, 3],
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });

  it('have nothing of a section that is shut', () => {
    const shut = { section: 'recent', name: 'Recent', profiles: [a, b], folded: true } as const;
    const lines = menuLines([shut], rows);
    expect(lines.map(({ name }) => name)).toEqual(['Recent', 'x', 'a', 'b']);
    expect(lines[0]).toMatchObject({ kind: 'section', ids: ['a', 'b'], folded: true });
  });

  it('have of what was opened last what is still there, the latest first', () => {
    expect(recentOf([a, b], [{ id: 'b' }, { id: 'gone' }, { id: 'a' }])).toEqual([b, a]);
  });
});
