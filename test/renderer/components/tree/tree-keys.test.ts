import { describe, expect, it } from 'vitest';
import { folderTree, treeRows } from '../../../../renderer/components/tree/folder-tree.ts';
import { createTypeahead, treeStep } from '../../../../renderer/components/tree/tree-keys.ts';

const tree = folderTree(
  [
    { id: '1', name: 'a', folder: 'x' },
    { id: '2', name: 'b', folder: 'x/y' },
    { id: '3', name: 'c', folder: '' },
  ],
  'en',
);
// x/, x/y/, b, a, c
const open = treeRows(tree, new Set());
// x/, c
const shut = treeRows(tree, new Set(['x']));

describe('the keys of the tree', () => {
  it('go from line to line and stop at the ends', () => {
    expect(treeStep('ArrowDown', open, 0)).toEqual({ focus: 1 });
    expect(treeStep('ArrowDown', open, 4)).toEqual({ focus: 4 });
    expect(treeStep('ArrowUp', open, 0)).toEqual({ focus: 0 });
    expect(treeStep('Home', open, 3)).toEqual({ focus: 0 });
    expect(treeStep('End', open, 0)).toEqual({ focus: 4 });
    expect(treeStep('PageDown', open, 1)).toEqual({ focus: 4 });
  });

  it('unfold a folder and go into it', () => {
    expect(treeStep('ArrowRight', shut, 0)).toEqual({ folded: false });
    expect(treeStep('ArrowRight', open, 0)).toEqual({ focus: 1 });
    expect(treeStep('ArrowRight', open, 4)).toBeNull();
  });

  it('go out of a folder and fold it', () => {
    expect(treeStep('ArrowLeft', open, 2)).toEqual({ focus: 1 });
    expect(treeStep('ArrowLeft', open, 3)).toEqual({ focus: 0 });
    expect(treeStep('ArrowLeft', open, 1)).toEqual({ folded: true });
    expect(treeStep('ArrowLeft', shut, 0)).toBeNull();
    expect(treeStep('ArrowLeft', open, 4)).toBeNull();
  });

  it('do not go into a folder in which nothing is shown', () => {
    const empty = [
      { name: 'x', level: 1, folded: false },
      { name: 'y', level: 1, folded: null },
    ];
    expect(treeStep('ArrowRight', empty, 0)).toBeNull();
    expect(treeStep('ArrowRight', empty, 1)).toBeNull();
  });
});

describe('letters in the tree', () => {
  const lines = ['Álava', 'Madrid 1', 'Madrid 2', 'Málaga', 'Ávila'].map((name) => ({ name }));

  it('go through all that begin with the same one, and begin anew at the end', () => {
    const typeahead = createTypeahead();
    expect(typeahead('m', lines, 0, 0)).toBe(1);
    expect(typeahead('m', lines, 1, 100)).toBe(2);
    expect(typeahead('m', lines, 2, 200)).toBe(3);
    expect(typeahead('m', lines, 3, 300)).toBe(1);
  });

  it('that follow one another are the beginning of one name, whatever its accents', () => {
    const typeahead = createTypeahead();
    expect(typeahead('m', lines, 0, 0)).toBe(1);
    expect(typeahead('a', lines, 1, 100)).toBe(1);
    expect(typeahead('l', lines, 1, 200)).toBe(3);
    expect(typeahead('x', lines, 3, 300)).toBe(3);
    expect(typeahead('a', lines, 3, 5000)).toBe(4);
  });

  it('are letters and digits only', () => {
    const typeahead = createTypeahead();
    for (const key of ['ArrowDown', ' ', '/', '?', 'Enter']) {
      expect(typeahead(key, lines, 0, 0), key).toBeNull();
    }
  });
});
