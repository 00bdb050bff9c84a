// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { usePresent } from '../../../renderer/views/compare/use-present.ts';
import { renderHookWith } from '../hooks.tsx';

const a = { id: 'a' };
const b = { id: 'b' };

it('shows those that are here in the order chosen, and changes nothing', () => {
  const change = vi.fn();
  const { result } = renderHookWith({}, () => usePresent([a, b], ids, change), undefined);
  expect(result.current).toEqual({ present: [b, a], dropped: 0 });
  expect(change).not.toHaveBeenCalled();
});
const ids = ['b', 'a'];

it('drops what is gone from the address without a step to go back over, and counts it', () => {
  const change = vi.fn();
  const { result, rerender } = renderHookWith(
    {},
    (props: { profiles: readonly { id: string }[]; chosen: readonly string[] }) =>
      usePresent(props.profiles, props.chosen, change),
    { profiles: [a, b], chosen: ids },
  );
  rerender({ profiles: [a], chosen: ids });
  expect(change).toHaveBeenCalledExactlyOnceWith({ ids: ['a'] }, { replace: true });
  rerender({ profiles: [a], chosen: ['a'] });
  expect(result.current).toEqual({ present: [a], dropped: 1 });
  expect(change).toHaveBeenCalledOnce();
});
