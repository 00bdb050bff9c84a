import { describe, expect, it, vi } from 'vitest';
import { createSelection } from '../../../../renderer/fleet/selection/selection.ts';

const shown = ['a', 'b', 'c', 'd', 'e', 'f'];

function selection() {
  const made = createSelection();
  return { ...made, chosen: () => [...made.ids.get()].toSorted().join('') };
}

describe('the selection of the board', () => {
  it('is toggled one by one', () => {
    const { toggle, has, chosen } = selection();
    toggle('b');
    toggle('d');
    expect(chosen()).toBe('bd');
    toggle('b');
    expect(has('b')).toBe(false);
    expect(chosen()).toBe('d');
  });

  it('is extended from the last choice, to either side, and anew from there', () => {
    const { toggle, extendTo, chosen } = selection();
    toggle('c');
    extendTo('e', shown);
    expect(chosen()).toBe('cde');
    extendTo('b', shown);
    expect(chosen()).toBe('bc');
  });

  it('keeps what was chosen before it was extended', () => {
    const { toggle, extendTo, chosen } = selection();
    toggle('d');
    toggle('b');
    extendTo('e', shown);
    extendTo('c', shown);
    expect(chosen()).toBe('bcd');
  });

  it('is extended from what is shown, where the last choice is not any more', () => {
    const { toggle, extendTo, chosen } = selection();
    toggle('gone');
    extendTo('c', shown);
    extendTo('d', shown);
    expect(chosen()).toBe('cdgone');
    extendTo('nowhere', shown);
    expect(chosen()).toBe('cdgone');
  });

  it('takes all of a group in and out', () => {
    const { toggle, setAll, extendTo, chosen } = selection();
    toggle('a');
    setAll(['c', 'd'], true);
    expect(chosen()).toBe('acd');
    extendTo('e', shown);
    expect(chosen()).toBe('acde');
    setAll(['a', 'c'], false);
    expect(chosen()).toBe('de');
  });

  it('leaves out what cannot be seen any more, and tells of nothing where nothing changes', () => {
    const { only, keepAmong, clear, ids, chosen } = selection();
    only(shown);
    const heard = vi.fn();
    ids.subscribe(heard);
    keepAmong(shown);
    expect(heard).not.toHaveBeenCalled();
    keepAmong(['b', 'z', 'd']);
    expect(chosen()).toBe('bd');
    clear();
    clear();
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
