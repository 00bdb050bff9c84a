// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../renderer/api/store.ts';
import { ChartFrame } from '../../../renderer/charts/chart-frame.tsx';

const span = { from: 1_000_000, to: 1_100_000 };

function show() {
  const cursor = createStore<number | null>(null);
  const onSpan = vi.fn();
  const onReset = vi.fn();
  render(
    <ChartFrame
      kind="chart"
      label="Throughput"
      span={span}
      cursor={cursor}
      times={() => [1_010_000, 1_020_000]}
      onSpan={onSpan}
      onReset={onReset}
    >
      <div data-plot>
        <button type="button">mark</button>
      </div>
    </ChartFrame>,
  );
  const frame = screen.getByRole('application', { name: 'Throughput' });
  const plot = frame.firstElementChild as HTMLElement;
  plot.getBoundingClientRect = () => ({ left: 0, width: 1000 }) as DOMRect;
  return { cursor, onSpan, onReset, frame, plot };
}

describe('what holds a chart', () => {
  afterEach(cleanup);

  it('takes the focus, and zooms and goes in time by keys', () => {
    const { frame, onSpan, onReset } = show();
    expect(frame.tabIndex).toBe(0);
    fireEvent.keyDown(frame, { key: '+' });
    expect(onSpan).toHaveBeenLastCalledWith({ from: 1_025_000, to: 1_075_000 });
    fireEvent.keyDown(frame, { key: '0' });
    expect(onReset).toHaveBeenCalledOnce();
  });

  it('reads point after point, and nothing any more without the focus', () => {
    const { frame, cursor } = show();
    fireEvent.keyDown(frame, { key: 'ArrowLeft', shiftKey: true });
    expect(cursor.get()).toBe(1_020_000);
    fireEvent.keyDown(frame, { key: 'ArrowLeft', shiftKey: true });
    expect(cursor.get()).toBe(1_010_000);
    fireEvent.blur(frame);
    expect(cursor.get()).toBeNull();
  });

  it('leaves their keys to the buttons within', () => {
    const { onSpan } = show();
    fireEvent.keyDown(screen.getByRole('button'), { key: 'ArrowRight' });
    expect(onSpan).not.toHaveBeenCalled();
  });

  it('leaves the wheel alone to the page, and zooms by it with Ctrl about the pointer', () => {
    const { plot, onSpan } = show();
    const turn = (init: Partial<WheelEvent>): boolean => {
      const event = new Event('wheel', { bubbles: true, cancelable: true });
      const still = { deltaX: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };
      return plot.dispatchEvent(Object.assign(event, still, { clientX: 500 }, init));
    };
    expect(turn({ deltaY: 100 }), 'not prevented').toBe(true);
    expect(onSpan).not.toHaveBeenCalled();
    expect(turn({ deltaY: -300, ctrlKey: true })).toBe(false);
    expect(onSpan).toHaveBeenLastCalledWith({ from: 1_025_000, to: 1_075_000 });
  });
});
