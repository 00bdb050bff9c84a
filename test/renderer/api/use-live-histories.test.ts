// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFleetStore } from '../../../renderer/api/fleet-store.ts';
import { createStore } from '../../../renderer/api/store.ts';
import { useLiveHistories } from '../../../renderer/api/use-live-histories.ts';
import { pointsOf, rangeOf } from '../charts/history-ranges.ts';
import { renderHookWith } from '../hooks.tsx';

const id = 'a0000000-0000-4000-8000-000000000000';
const minute = 60_000;

describe('a span that ends now', () => {
  beforeEach(() => vi.useFakeTimers({ now: 10 * minute }));
  afterEach(() => vi.useRealTimers());

  function shown(lastMs: number | null) {
    const fleet = createFleetStore(Date.now);
    const apply = (points: readonly (readonly [number, number | null])[], full = false): void => {
      const frame = { at: Date.now(), full, proxies: [], readings: null, removed: [] };
      fleet.apply({ ...frame, points: [pointsOf(id, points)] });
    };
    const reload = vi.fn();
    const to = 10 * minute;
    const range = rangeOf([
      [to - 2000, 1],
      [to - 1000, 2],
    ]);
    const value = { from: to - minute, to, byId: new Map([[id, range]]) };
    const fetched = { value, error: null, reload };
    apply([[to - 1000, 2]]);
    const news = { events: createStore([]), audit: createStore([]) };
    const api = { fleet, news };
    const { result } = renderHookWith(api, () => useLiveHistories(fetched, lastMs), {});
    return { result, apply, reload, fetched };
  }

  it('goes on with what comes to the window, and fetches nothing', () => {
    const { result, apply, reload } = shown(minute);
    apply([[10 * minute + 500, 7]]);
    act(() => vi.advanceTimersByTime(1000));
    const { from, to, byId } = result.current.value ?? { from: 0, to: 0, byId: new Map() };
    expect({ from, to }).toEqual({ from: 9 * minute + 1000, to: 10 * minute + 1000 });
    expect(byId.get(id)?.bytesPerSecond.mean).toEqual([1, 2, 7]);
    act(() => vi.advanceTimersByTime(5 * minute));
    expect(reload).not.toHaveBeenCalled();
  });

  it('keeps what has left the ring meanwhile', () => {
    const { result, apply } = shown(minute);
    for (let second = 1; second <= 3; second++) {
      apply([[10 * minute + second * 1000, second]], second === 3);
      act(() => vi.advanceTimersByTime(1000));
    }
    expect(result.current.value?.byId.get(id)?.connections.mean).toEqual([1, 2, 1, 2, 3]);
  });

  it('is fetched again, once, where the window has missed readings', () => {
    const { apply, reload } = shown(minute);
    apply([[15 * minute, 7]], true);
    act(() => vi.advanceTimersByTime(3000));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('stays as it was fetched where it does not follow the clock', () => {
    const { result, fetched } = shown(null);
    act(() => vi.advanceTimersByTime(5000));
    expect(result.current).toBe(fetched);
  });
});
