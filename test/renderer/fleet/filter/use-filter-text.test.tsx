// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFilterText } from '../../../../renderer/fleet/filter/use-filter-text.ts';
import { renderHookWith } from '../../hooks.tsx';

/** The filter of a board, whose text is what `show` says: an address takes its time. */
function filter() {
  const onView = vi.fn();
  const { result, rerender } = renderHookWith(
    {},
    (text: string) => useFilterText(text, onView),
    '' as string,
  );
  return {
    onView,
    typed: () => result.current[0],
    type: (text: string) => act(() => result.current[1](text)),
    pause: () => act(() => vi.advanceTimersByTime(500)),
    show: (text: string) => rerender(text),
  };
}

describe('the text of the filter', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is given to the board when typing pauses, as no step of its own', () => {
    const { type, pause, onView, typed } = filter();
    type('m');
    type('ma');
    expect(onView).not.toHaveBeenCalled();
    pause();
    expect(onView).toHaveBeenCalledExactlyOnceWith({ text: 'ma' }, { replace: true });
    expect(typed()).toBe('ma');
  });

  it('loses no letter where the board comes to show it only after more was typed', () => {
    const { type, pause, show, typed, onView } = filter();
    type('m');
    pause();
    type('ma');
    pause();
    type('mad');
    show('m');
    expect(typed()).toBe('mad');
    show('ma');
    expect(typed()).toBe('mad');
    pause();
    show('mad');
    expect(onView).toHaveBeenLastCalledWith({ text: 'mad' }, { replace: true });
  });

  it('follows back and forward, and forgets what was about to be given', () => {
    const { type, pause, show, typed, onView } = filter();
    type('m');
    pause();
    show('m');
    type('ma');
    show('lisboa');
    pause();
    expect(typed()).toBe('lisboa');
    expect(onView).toHaveBeenCalledTimes(1);
  });
});
