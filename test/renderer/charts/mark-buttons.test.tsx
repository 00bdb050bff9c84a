// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MarkButtons } from '../../../renderer/charts/mark-buttons.tsx';
import type { ChartMark } from '../../../renderer/charts/time-chart-series.ts';

const restart = (at: number): ChartMark => ({ at, kind: 'restart' });
const change = (at: number): ChartMark => ({ at, kind: 'change' });

function view(marks: readonly ChartMark[], width = 500, onOpen?: (mark: ChartMark) => void) {
  return (
    <MantineProvider env="test">
      <MarkButtons
        marks={marks}
        span={{ from: 0, to: 1000 }}
        left={80}
        width={width}
        label="What happened"
        sayMark={({ at, kind }) => `${kind} at ${at}`}
        sayMore={(count) => `and ${count} more`}
        linkOf={({ at, kind }) => (kind === 'restart' ? null : `#/lens/${at}`)}
        {...(onOpen === undefined ? {} : { onOpen })}
      />
    </MantineProvider>
  );
}

function show(times: readonly number[], width = 500) {
  render(view(times.map(restart), width));
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

  it('lead to what came of a change, also beside restarts, and a restart alone leads nowhere', () => {
    render(view([change(100), restart(101), restart(600)]));
    const link = screen.getByRole('link', { name: 'change at 100; restart at 101' });
    expect(link.getAttribute('href')).toBe('#/lens/100');
    expect(screen.getAllByRole('button').map((each) => each.getAttribute('aria-label'))).toEqual([
      'restart at 600',
    ]);
  });

  it('show it here where that is wanted, but for a press that wants another tab', () => {
    const open = vi.fn();
    render(view([change(100)], 500, open));
    const link = screen.getByRole('link');
    expect(fireEvent.click(link)).toBe(false);
    expect(open.mock.calls).toEqual([[change(100)]]);
    expect(fireEvent.click(link, { ctrlKey: true })).toBe(true);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('offer each of several changes in a menu, whose keys are its own', async () => {
    const open = vi.fn();
    render(view([change(100), restart(101), change(102), change(600)], 500, open));
    const button = screen.getByRole('button', { name: /^change at 100/ });
    button.focus();
    fireEvent.click(button);
    const items = await screen.findAllByRole('menuitem');
    expect(items.map(({ textContent }) => textContent)).toEqual(['change at 100', 'change at 102']);
    expect(items.map((item) => item.getAttribute('href'))).toEqual(['#/lens/100', '#/lens/102']);
    items[0]?.focus();
    fireEvent.keyDown(items[0] as HTMLElement, { key: 'End' });
    expect(document.activeElement).toBe(items[1]);
    fireEvent.keyDown(items[1] as HTMLElement, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(items[1]);
    fireEvent.click(items[1] as HTMLElement);
    expect(open.mock.calls).toEqual([[change(102)]]);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('keep the focus where it is while earlier ones leave the picture', () => {
    const { rerender } = render(view([change(100), change(300), change(600)]));
    screen.getByRole('link', { name: 'change at 300' }).focus();
    rerender(view([change(300), change(600)]));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('change at 300');
    expect(document.activeElement?.getAttribute('tabindex')).toBe('0');
  });
});
