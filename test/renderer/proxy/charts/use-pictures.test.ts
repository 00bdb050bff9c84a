// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { usePictures } from '../../../../renderer/views/proxy/charts/use-pictures.ts';
import type { HistoryRange } from '../../../../shared/model/history.ts';
import { rangeOf } from '../../charts/history-ranges.ts';
import { renderHookWith } from '../../hooks.tsx';

interface Shown {
  readonly history: HistoryRange | null;
  readonly asked: string;
}

const span = { from: 0, to: 100 };

function setUp(shown: Shown) {
  return renderHookWith(
    {},
    ({ history, asked }: Shown) => usePictures(history, span, asked),
    shown,
  );
}

it('draws each series of the record, and tells of it outside of React', () => {
  const { result, rerender } = setUp({ history: null, asked: '5m' });
  const pictures = result.current;
  const heard = vi.fn();
  pictures.connections.subscribe(heard);
  expect(pictures.connections.get()).toBeNull();
  rerender({ history: rangeOf([[10, 4]]), asked: '5m' });
  expect(result.current).toBe(pictures);
  expect(heard).toHaveBeenCalledOnce();
  expect(pictures.connections.get()).toMatchObject({ ...span, at: [10], mean: [4], asked: '5m' });
  expect(pictures.missed.get()).not.toBeNull();
});

it('keeps the last picture until the next is there', () => {
  const { result, rerender } = setUp({ history: rangeOf([[10, 4]]), asked: '5m' });
  rerender({ history: null, asked: '1h' });
  expect(result.current.connections.get()).toMatchObject({ asked: '5m' });
});
