// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePages } from '../../../../renderer/views/board/wall/use-pages.ts';

describe('the page of the wall', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

  it('is the next after a while, and the first after the last', () => {
    const { result } = renderHook(() => usePages(3));
    const pages = [0, 1, 2].map(() => {
      pass(12_000);
      return result.current.page;
    });
    expect(pages).toEqual([1, 2, 0]);
  });

  it('stays while it is held', () => {
    const { result } = renderHook(() => usePages(3));
    act(() => result.current.hold(true));
    pass(60_000);
    expect(result.current.page).toBe(0);
    act(() => result.current.hold(false));
    pass(12_000);
    expect(result.current.page).toBe(1);
  });

  it('is turned to both ways, and then has its whole time', () => {
    const { result } = renderHook(() => usePages(3));
    pass(11_000);
    act(() => result.current.turn(-1));
    expect(result.current.page).toBe(2);
    pass(11_000);
    expect(result.current.page).toBe(2);
    pass(1000);
    expect(result.current.page).toBe(0);
  });

  it('is there, however many pages go', () => {
    const { result, rerender } = renderHook(({ count }) => usePages(count), {
      initialProps: { count: 3 },
    });
    act(() => result.current.turn(2));
    rerender({ count: 1 });
    expect(result.current.page).toBe(0);
  });
});
