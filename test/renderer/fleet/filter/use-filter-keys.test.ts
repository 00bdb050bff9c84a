// @vitest-environment happy-dom
import type { KeyboardEvent } from 'react';
import { expect, it, vi } from 'vitest';
import { createStore } from '../../../../renderer/api/store.ts';
import { useFilterKeys } from '../../../../renderer/fleet/filter/use-filter-keys.ts';
import { preferencesSchema } from '../../../../shared/model/app-info.ts';
import { renderHookWith } from '../../hooks.tsx';

const press = (key: string) =>
  ({
    key,
    nativeEvent: { isComposing: false },
    preventDefault: vi.fn(),
  }) as unknown as KeyboardEvent;

function field(typed: string, text: string, enter?: () => void) {
  const leave = vi.fn();
  const preferences = createStore(preferencesSchema.parse({}));
  const parts = { field: { current: null }, clear: vi.fn(), leave, enter };
  const hook = renderHookWith(
    { preferences },
    (now: { typed: string; text: string }) => useFilterKeys({ ...parts, ...now }),
    { typed, text },
  );
  return { ...hook, leave };
}

it('goes on to what fits at once where the board is filtered by what stands in the field', () => {
  const { result, leave } = field('madrid', 'madrid');
  result.current(press('Enter'));
  expect(leave).toHaveBeenCalledOnce();
});

it('waits until the board has what was typed', async () => {
  const { result, rerender, leave } = field('madrid', '');
  result.current(press('ArrowDown'));
  expect(leave).not.toHaveBeenCalled();
  rerender({ typed: 'madrid', text: 'madrid' });
  await expect.poll(() => leave.mock.calls).toHaveLength(1);
});

it('stays in the field where more is typed meanwhile', async () => {
  const { result, rerender, leave } = field('madrid', '');
  result.current(press('Enter'));
  result.current(press('x'));
  rerender({ typed: 'madrid', text: 'madrid' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(leave).not.toHaveBeenCalled();
});

it('does what Enter is for where that is something else, at once and with the arrow down left as it is', () => {
  const enter = vi.fn();
  const { result, leave } = field('madrid', '', enter);
  result.current(press('ArrowDown'));
  expect(enter).not.toHaveBeenCalled();
  result.current(press('Enter'));
  expect(enter).toHaveBeenCalledOnce();
  expect(leave).not.toHaveBeenCalled();
});
