import { describe, expect, it } from 'vitest';
import { moved, toggled } from '../../../../renderer/components/columns/columns.ts';

type Column = 'state' | 'connections' | 'address' | 'folder';
const three: readonly Column[] = ['state', 'connections', 'address'];

describe('the columns of a table', () => {
  it('are moved, as far as the ends', () => {
    expect(moved(three, 'state', 1)).toEqual(['connections', 'state', 'address']);
    expect(moved(three, 'address', -2)).toEqual(['address', 'state', 'connections']);
    expect(moved(three, 'address', 5)).toBe(three);
    expect(moved(three, 'folder', 1)).toBe(three);
  });

  it('come at the end and go', () => {
    expect(toggled(three, 'folder')).toEqual([...three, 'folder']);
    expect(toggled(three, 'state')).toEqual(['connections', 'address']);
  });
});
