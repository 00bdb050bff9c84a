// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useLeaveGuard } from '../../../renderer/api/leave-guard.ts';
import { renderHookWith } from '../hooks.tsx';

/** What a browser without the Navigation API does when a link within the page is followed. Answers whether anybody else heard of it. */
function followTo(path: string): boolean {
  window.history.pushState(null, '', `#${path}`);
  let heard = false;
  const listener = () => {
    heard = true;
  };
  window.addEventListener('popstate', listener);
  window.dispatchEvent(new PopStateEvent('popstate'));
  window.removeEventListener('popstate', listener);
  return heard;
}

/** Whether the browser would ask before it closes the window. */
function asksBeforeClosing(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

function guard(active: boolean) {
  const onAttempt = vi.fn();
  const rendered = renderHookWith({}, (on: boolean) => useLeaveGuard(on, onAttempt), active);
  return { onAttempt, ...rendered };
}

describe('the guard of a page that has something to lose', () => {
  beforeEach(() => {
    vi.stubGlobal('navigation', undefined);
    window.history.replaceState(null, '', '/#/profiles/1');
  });

  it('keeps the page where it is, and tells where the user wanted to go', () => {
    const { onAttempt } = guard(true);
    expect(followTo('/fleet')).toBe(false);
    expect(window.location.hash).toBe('#/profiles/1');
    expect(onAttempt).toHaveBeenCalledExactlyOnceWith('/fleet');
    expect(asksBeforeClosing()).toBe(true);
  });

  it('is not in the way while there is nothing to lose', () => {
    const { onAttempt, rerender } = guard(false);
    expect(followTo('/fleet')).toBe(true);
    expect(window.location.hash).toBe('#/fleet');
    rerender(true);
    expect(followTo('/events')).toBe(false);
    rerender(false);
    expect(followTo('/events')).toBe(true);
    expect(onAttempt).toHaveBeenCalledExactlyOnceWith('/events');
    expect(asksBeforeClosing()).toBe(false);
  });

  it('lets another view of the page be shown where what was typed outlives it', () => {
    const onAttempt = vi.fn();
    renderHookWith({}, () => useLeaveGuard(true, onAttempt, 'page'), {});
    expect(followTo('/profiles/1?range=day')).toBe(true);
    expect(followTo('/profiles/2')).toBe(false);
    expect(onAttempt).toHaveBeenCalledExactlyOnceWith('/profiles/2');
  });

  it('is gone with the view that set it', () => {
    const { onAttempt, unmount } = guard(true);
    unmount();
    expect(followTo('/fleet')).toBe(true);
    expect(onAttempt).not.toHaveBeenCalled();
    expect(asksBeforeClosing()).toBe(false);
  });
});
