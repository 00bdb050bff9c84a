import { describe, expect, it } from 'vitest';
import { spanOfWheel, stepOfKey } from '../../../renderer/charts/chart-steps.ts';

const span = { from: 1_000_000, to: 1_100_000 };
const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, held: Partial<typeof none> = {}) =>
  stepOfKey({ key, ...none, ...held }, span);

describe('a key on a chart', () => {
  it('zooms by plus and minus about the middle, and goes back by zero', () => {
    expect(press('+')).toEqual({ kind: 'span', span: { from: 1_025_000, to: 1_075_000 } });
    expect(press('=')).toEqual(press('+'));
    expect(press('-')).toEqual({ kind: 'span', span: { from: 950_000, to: 1_150_000 } });
    expect(press('0')).toEqual({ kind: 'reset' });
  });

  it('goes back and forth in time by the arrows, and moves the cursor with Shift', () => {
    expect(press('ArrowLeft')).toEqual({ kind: 'span', span: { from: 975_000, to: 1_075_000 } });
    expect(press('ArrowRight')).toEqual({ kind: 'span', span: { from: 1_025_000, to: 1_125_000 } });
    expect(press('ArrowLeft', { shiftKey: true })).toEqual({ kind: 'cursor', by: -1 });
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ kind: 'cursor', by: 1 });
    expect(press('Home')).toEqual({ kind: 'cursor', by: Number.NEGATIVE_INFINITY });
    expect(press('End')).toEqual({ kind: 'cursor', by: Number.POSITIVE_INFINITY });
    expect(press('Escape')).toEqual({ kind: 'no-cursor' });
  });

  it('is left to the page where it scrolls, types or is a command', () => {
    for (const key of ['ArrowUp', 'ArrowDown', 'PageDown', ' ', 'Tab', 'a']) {
      expect(press(key)).toBeNull();
    }
    expect(press('+', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('0', { metaKey: true })).toBeNull();
  });
});

describe('the wheel over a chart', () => {
  const still = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false };
  const turn = (event: Partial<WheelEvent>, at = 1_080_000) =>
    spanOfWheel({ ...still, shiftKey: false, ...event }, span, at, 1000);

  it('scrolls the page by itself', () => {
    expect(turn({ deltaY: 100 })).toBeNull();
    expect(turn({ deltaY: -3, deltaMode: 1 })).toBeNull();
  });

  it('zooms about the pointer with Ctrl or Command', () => {
    expect(turn({ deltaY: -300, ctrlKey: true })).toEqual({ from: 1_040_000, to: 1_090_000 });
    expect(turn({ deltaY: 300, metaKey: true })).toEqual({ from: 920_000, to: 1_120_000 });
  });

  it('does not jump where it is turned fast', () => {
    expect(turn({ deltaY: -90_000, ctrlKey: true })).toEqual(turn({ deltaY: -300, ctrlKey: true }));
    expect(turn({ deltaY: 1000, deltaMode: 2, ctrlKey: true })).toEqual(
      turn({ deltaY: 300, ctrlKey: true }),
    );
  });

  it('goes as far as it is turned sideways, or with Shift', () => {
    expect(turn({ deltaX: 100, deltaY: 5 })).toEqual({ from: 1_010_000, to: 1_110_000 });
    expect(turn({ deltaY: -100, shiftKey: true })).toEqual({ from: 990_000, to: 1_090_000 });
  });
});
