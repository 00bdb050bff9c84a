// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MarkButtons } from '../../../renderer/charts/mark-buttons.tsx';

const restart = (at: number) => ({ at, kind: 'restart' }) as const;

function show(times: readonly number[], width = 500) {
  render(
    <MantineProvider>
      <MarkButtons
        marks={times.map(restart)}
        span={{ from: 0, to: 1000 }}
        left={80}
        width={width}
        label="What happened"
        sayMark={({ at }) => `restart at ${at}`}
        sayMore={(count) => `and ${count} more`}
      />
    </MantineProvider>,
  );
  return screen.queryAllByRole('button');
}

describe('the marks of a chart', () => {
  afterEach(cleanup);

  it('say what happened, and stand where it did', () => {
    const [first, second] = show([100, 600]);
    expect(first?.getAttribute('aria-label')).toBe('restart at 100');
    expect(second?.style.left).toBe(`${80 + 0.6 * 500 - 7}px`);
  });

  it('are one stop of the Tab key, and arrows go from one to the next', () => {
    const buttons = show([100, 300, 600]);
    const stops = () => buttons.map((button) => button.tabIndex);
    expect(stops()).toEqual([0, -1, -1]);
    buttons[0]?.focus();
    fireEvent.keyDown(buttons[0] as HTMLElement, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(buttons[1]);
    expect(stops()).toEqual([-1, 0, -1]);
    fireEvent.keyDown(buttons[1] as HTMLElement, { key: 'End' });
    fireEvent.keyDown(buttons[2] as HTMLElement, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(buttons[2]);
  });

  it('are said together where they lie together, so many of them, and the others counted', () => {
    const buttons = show(Array.from({ length: 11 }, (_, i) => 100 + i));
    expect(buttons).toHaveLength(1);
    expect(buttons[0]?.getAttribute('aria-label')).toMatch(/^restart at 100; .*; and 3 more$/);
  });

  it('are none where nothing happened, or there is no plot yet', () => {
    expect(show([])).toEqual([]);
    expect(show([100], 0)).toEqual([]);
  });
});
