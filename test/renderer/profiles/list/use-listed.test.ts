// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ConsoleApi } from '../../../../renderer/api/console-api.ts';
import { createFleetStore } from '../../../../renderer/api/fleet-store.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { useListed } from '../../../../renderer/views/profiles/list/use-listed.ts';
import type { Difference } from '../../../../shared/fleet/unlike.ts';
import { preferencesSchema } from '../../../../shared/model/app-info.ts';
import { createFilter, type FilterWords } from '../../../../shared/model/filter/filter.ts';
import { renderHookWith } from '../../hooks.tsx';
import { profileOf, snapshotOf } from '../../snapshots.ts';

const words: FilterWords = {
  state: { ready: [], off: [] },
  environment: {},
  via: {},
  unlike: {},
  is: {},
  colour: {},
  password: {},
  managed: {},
};
const profiles = [profileOf('a', { folder: 'x' }), profileOf('b')];

function start(text: string, sort: 'name' | 'state') {
  const fleet = createFleetStore();
  const tell = (kind: 'ready' | 'off', accesses: string): void =>
    fleet.apply({
      full: true,
      at: 1,
      proxies: [snapshotOf('a', kind, { accesses }), snapshotOf('b', 'off')],
      readings: null,
      removed: [],
      points: [],
    });
  tell('ready', '1');
  const api = {
    fleet,
    preferences: createStore(preferencesSchema.parse({})),
    differences: { all: createStore<ReadonlyMap<string, readonly Difference[]>>(new Map()) },
  } as unknown as Partial<ConsoleApi>;
  let renders = 0;
  const filter = createFilter(text, words);
  const view = { folder: '', sort, direction: 'ascending' } as const;
  const { result } = renderHookWith(
    api,
    () => {
      renders++;
      return useListed(profiles, view, filter);
    },
    undefined,
  );
  return {
    tell: (kind: 'ready' | 'off', accesses: string) =>
      act(() => {
        tell(kind, accesses);
        vi.advanceTimersByTime(2000);
      }),
    names: () => result.current.listed.map(({ name }) => name),
    listed: () => result.current.listed,
    renders: () => renders,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('draws nothing again for readings and states that nobody asked for', () => {
  const list = start('', 'name');
  const before = list.renders();
  list.tell('ready', '2');
  list.tell('off', '3');
  expect(list.renders()).toBe(before);
  expect(list.names()).toEqual(['a', 'b']);
});

it('follows the states where these are searched for, and has the same list while they say the same', () => {
  const list = start('state:ready', 'name');
  expect(list.names()).toEqual(['a']);
  const before = list.listed();
  list.tell('ready', '2');
  expect(list.listed()).toBe(before);
  list.tell('off', '3');
  expect(list.names()).toEqual([]);
});

it('follows the states where these are sorted by', () => {
  const list = start('', 'state');
  expect(list.names()).toEqual(['b', 'a']);
  list.tell('off', '2');
  expect(list.names()).toEqual(['a', 'b']);
});
