// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useChartCursor } from '../../../renderer/charts/use-chart-cursor.ts';

/** The windows of an app on one channel, each of which hears the others at once. */
class FakeChannel {
  static readonly all = new Set<FakeChannel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor() {
    FakeChannel.all.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of FakeChannel.all) if (other !== this) other.onmessage?.({ data });
  }
  close(): void {
    FakeChannel.all.delete(this);
  }
}

describe('the cursor of the charts of a page', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('BroadcastChannel', FakeChannel);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    FakeChannel.all.clear();
  });

  it('is in step with that of other windows, and tells nothing back', () => {
    const one = renderHook(() => useChartCursor()).result.current;
    const other = renderHook(() => useChartCursor()).result.current;
    const heard = vi.fn();
    other.subscribe(heard);
    act(() => one.set(5000));
    expect(other.get()).toBe(5000);
    act(() => other.set(6000));
    expect(one.get()).toBe(6000);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('tells not each move of the pointer, but where it rests', () => {
    const one = renderHook(() => useChartCursor()).result.current;
    const other = renderHook(() => useChartCursor()).result.current;
    const heard = vi.fn();
    other.subscribe(heard);
    for (let at = 1; at <= 20; at++) act(() => one.set(at));
    act(() => vi.advanceTimersByTime(100));
    expect(other.get()).toBe(20);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('points nowhere in other windows once its page is left', () => {
    const { result, unmount } = renderHook(() => useChartCursor());
    const other = renderHook(() => useChartCursor()).result.current;
    act(() => result.current.set(5000));
    unmount();
    expect(other.get()).toBeNull();
    expect(FakeChannel.all.size).toBe(1);
  });

  it('hears nothing that is no time', () => {
    const cursor = renderHook(() => useChartCursor()).result.current;
    for (const data of ['5', {}, undefined]) new FakeChannel().postMessage(data);
    expect(cursor.get()).toBeNull();
  });
});
