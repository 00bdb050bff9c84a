// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useSelectionOf } from '../../../../renderer/fleet/selection/use-selection-of.ts';
import { renderHookWith } from '../../hooks.tsx';
import { profileOf } from '../../snapshots.ts';

const all = ['a', 'b', 'c'].map((name) => profileOf(name));

describe('the selection of a board', () => {
  it('holds the board while something is chosen', () => {
    const hold = vi.fn();
    const { result } = renderHookWith({}, () => useSelectionOf(all, hold), null);
    expect(hold).toHaveBeenLastCalledWith('selection', false);
    act(() => result.current.toggle('a'));
    expect(hold).toHaveBeenLastCalledWith('selection', true);
    act(() => result.current.clear());
    expect(hold).toHaveBeenLastCalledWith('selection', false);
  });

  it('loses what the filter hides', () => {
    const { result, rerender } = renderHookWith(
      {},
      (fitting: typeof all) => useSelectionOf(fitting, () => undefined),
      all,
    );
    act(() => result.current.only(['a', 'c']));
    rerender(all.slice(1));
    expect([...result.current.ids.get()]).toEqual(['c']);
  });
});
