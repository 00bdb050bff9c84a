import { describe, expect, it } from 'vitest';
import { folderTree, treeRows } from '../../../../renderer/views/shell/sidebar/folder-tree.ts';
import { treeStep } from '../../../../renderer/views/shell/sidebar/tree-keys.ts';

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
    expect(treeStep('ArrowRight', shut, 0)).toEqual({ folder: 'x', folded: false });
    expect(treeStep('ArrowRight', open, 0)).toEqual({ focus: 1 });
    expect(treeStep('ArrowRight', open, 4)).toBeNull();
  });

  it('go out of a folder and fold it', () => {
    expect(treeStep('ArrowLeft', open, 2)).toEqual({ focus: 1 });
    expect(treeStep('ArrowLeft', open, 3)).toEqual({ focus: 0 });
    expect(treeStep('ArrowLeft', open, 1)).toEqual({ folder: 'x/y', folded: true });
    expect(treeStep('ArrowLeft', shut, 0)).toBeNull();
    expect(treeStep('ArrowLeft', open, 4)).toBeNull();
  });

  it('are none of the letters', () => {
    expect(treeStep('g', open, 0)).toBeNull();
  });
});
