// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { attendedHalf, watchAttention } from '../../../renderer/api/attention.ts';

/** A button whose middle lies so far from the top of the window. */
function buttonAt(middle: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.getBoundingClientRect = () => new DOMRect(0, middle - 10, 80, 20);
  document.body.append(button);
  return button;
}

describe('where the user is at work', () => {
  it('is where something was last pressed, by pointer or key, also once that is gone', () => {
    watchAttention();
    const low = buttonAt(window.innerHeight - 20);
    const high = buttonAt(20);
    expect(attendedHalf()).toBe('upper');
    low.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(attendedHalf()).toBe('lower');
    high.dispatchEvent(new Event('focusin', { bubbles: true }));
    expect(attendedHalf()).toBe('lower');
    low.remove();
    expect(attendedHalf()).toBe('lower');
    high.dispatchEvent(new Event('keydown', { bubbles: true }));
    expect(attendedHalf()).toBe('upper');
  });
});
