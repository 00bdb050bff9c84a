// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restMs, useSpanDraft } from '../../../renderer/charts/use-span-draft.ts';

const first = { from: 1000.4, to: 61_000 };
const second = { from: 2000, to: 62_000 };

describe('a span that wheel and keys move', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function draft() {
    const commit = vi.fn();
    const { result, rerender } = renderHook(
      ({ settled }: { settled: typeof second | null }) => useSpanDraft(settled, commit),
      { initialProps: { settled: null as typeof second | null } },
    );
    return { commit, result, rerender };
  }

  it('is shown at once, and said once when they rest', () => {
    const { commit, result } = draft();
    act(() => result.current.move(first));
    expect(result.current.draft).toEqual({ from: 1000, to: 61_000 });
    vi.advanceTimersByTime(restMs - 1);
    act(() => result.current.move(second));
    vi.advanceTimersByTime(restMs - 1);
    expect(commit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(commit.mock.calls).toEqual([[second]]);
  });

  it('is no draft any more once the address says it', () => {
    const { result, rerender } = draft();
    act(() => result.current.move(second));
    rerender({ settled: second });
    expect(result.current.draft).toBeNull();
  });

  it('is forgotten by the way back, and when the page is left', () => {
    const { commit, result } = draft();
    act(() => result.current.move(second));
    act(() => result.current.move(null));
    vi.advanceTimersByTime(restMs);
    expect(result.current.draft).toBeNull();
    expect(commit).not.toHaveBeenCalled();
  });
});
