// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Means } from '../../../../renderer/api/means.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { useFilter } from '../../../../renderer/components/use-filter.ts';
import type { BoardView } from '../../../../renderer/views/board/arrangement/board-view.ts';
import { useArrangement } from '../../../../renderer/views/board/arrangement/use-arrangement.ts';
import { preferencesSchema } from '../../../../shared/model/app-info.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { renderHookWith } from '../../hooks.tsx';
import { profileOf, snapshotOf } from '../../snapshots.ts';

const profiles = [
  profileOf('a', { folder: 'x' }),
  profileOf('b', { folder: 'y' }),
  profileOf('c', { folder: 'x' }),
];
const view: BoardView = {
  text: '',
  state: 'all',
  sort: 'bytesPerSecond',
  direction: 'descending',
  metric: 'bytesPerSecond',
  picture: 'cards',
  group: 'none',
  span: '10s',
  chart: '5m',
  scale: 'shared',
};

/** A board of three proxies, of which a test says what they do. */
function board(initial: Partial<BoardView> = {}, folded: readonly string[] = []) {
  const all = createStore<ReadonlyMap<string, Means>>(new Map());
  const snapshots = createStore<ReadonlyMap<string, ProxySnapshot> | null>(null);
  const rates = (values: Readonly<Record<string, number>>): void =>
    act(() =>
      all.set(
        new Map(
          Object.entries(values).map(([id, bytesPerSecond]) => [
            id,
            { bytesPerSecond, connections: null, accessesPerSecond: null, roundTripMs: null },
          ]),
        ),
      ),
    );
  rates({ a: 10_000, b: 30_000, c: 20_000 });
  const { result, rerender } = renderHookWith(
    {
      fleet: { snapshots } as never,
      means: { all } as never,
      differences: { all: createStore(new Map()) } as never,
      preferences: createStore({ ...preferencesSchema.parse({}), boardFolded: [...folded] }),
      setPreferences: () => undefined,
    },
    (change: Partial<BoardView>) => {
      const wanted = { ...view, ...change };
      return useArrangement(profiles, wanted, useFilter(wanted.text));
    },
    initial,
  );
  return {
    rates,
    rerender,
    result,
    states: (kinds: Readonly<Record<string, ProxyState['kind']>>): void =>
      act(() =>
        snapshots.set(
          new Map(Object.entries(kinds).map(([id, kind]) => [id, snapshotOf(id, kind)])),
        ),
      ),
    wait: (ms: number): void => void act(() => vi.advanceTimersByTime(ms)),
    order: () => result.current.shown.map(({ id }) => id).join(''),
    hold: (by: 'pointer' | 'focus' | 'selection', held: boolean): void =>
      act(() => result.current.hold(by, held)),
  };
}

describe('the arrangement of the board', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is renewed every few seconds, and only where a number is clearly another', () => {
    const { rates, order, wait } = board();
    expect(order()).toBe('bca');
    wait(6000);
    rates({ a: 10_000, b: 19_900, c: 22_000 });
    expect(order(), 'c has not clearly changed, b has').toBe('cba');
    rates({ a: 90_000, b: 30_000, c: 20_000 });
    wait(3000);
    expect(order(), 'too early').toBe('cba');
    wait(3000);
    expect(order()).toBe('abc');
  });

  it('holds still for a number that is about the same', () => {
    const { rates, order, wait } = board();
    for (const b of [21_000, 19_000, 22_000]) {
      rates({ a: 10_000, b: 30_000, c: b });
      wait(6000);
    }
    expect(order()).toBe('bca');
  });

  it.each(['pointer', 'focus', 'selection'] as const)('is frozen under %s', (by) => {
    const { rates, order, wait, hold } = board();
    hold(by, true);
    rates({ a: 90_000, b: 1, c: 20_000 });
    wait(20_000);
    expect(order()).toBe('bca');
    hold(by, false);
    expect(order()).toBe('acb');
  });

  it('is another at once when another is asked for', () => {
    const { rerender, order } = board();
    rerender({ sort: 'name', direction: 'ascending' });
    expect(order()).toBe('abc');
    rerender({ direction: 'ascending' });
    expect(order()).toBe('acb');
  });

  it('shows groups in order, without what is folded, and counts all that fit', () => {
    const { result, order } = board({ group: 'folder' }, ['folder:y']);
    expect(order()).toBe('ca');
    expect(result.current.fitting).toHaveLength(3);
    expect(result.current.groups.map(({ key, folded }) => [key, folded])).toEqual([
      ['x', false],
      ['y', true],
    ]);
  });

  it('keeps a group that is as it was, and renders nothing again for it', () => {
    const { result, rates, wait, states } = board({ group: 'folder' });
    const [x] = result.current.groups;
    wait(6000);
    rates({ a: 10_001, b: 30_001, c: 20_001 });
    expect(result.current.groups[0]).toBe(x);
    const { groups, shown } = result.current;
    wait(1000);
    states({ a: 'ready', b: 'ready', c: 'ready' });
    expect(result.current.groups).toBe(groups);
    expect(result.current.shown).toBe(shown);
  });

  it('keeps apart what fits by text, of which states are counted, and what is shown', () => {
    const { rerender, result, states, wait } = board();
    wait(1000);
    states({ a: 'ready', b: 'off', c: 'off' });
    rerender({ text: 'folder:x', state: 'ready' });
    expect(result.current.typed.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(result.current.fitting.map(({ id }) => id)).toEqual(['a']);
  });

  it('filters and groups by the states of now', () => {
    const { rerender, order, states, wait } = board();
    rerender({ state: 'needs-attention' });
    expect(order()).toBe('');
    wait(1000);
    states({ a: 'ready', b: 'needs-attention', c: 'ready' });
    expect(order()).toBe('b');
  });
});
