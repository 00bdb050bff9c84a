/** Hears when the page is hidden and shown. */
export function onVisibility(listener: () => void): void {
  document.addEventListener('visibilitychange', listener);
}

/** Hears when the user turns to this window. Returns unsubscribing. */
export function onWindowFocus(listener: () => void): () => void {
  window.addEventListener('focus', listener);
  return () => window.removeEventListener('focus', listener);
}

/** Whether anybody can see the page: nothing is drawn while nobody does. */
export function pageIsVisible(): boolean {
  return document.visibilityState === 'visible';
}

/** The languages that the user reads, best first. */
export function userLanguages(): readonly string[] {
  return navigator.languages;
}

/** Goes to a path. As a followed link does, so that a page with something to lose can keep it. */
export function navigate(path: string): void {
  window.location.hash = path;
}

/** Milliseconds by a clock that nobody sets: for spans. */
export function monotonicNow(): number {
  return performance.now();
}

/** Hears keys pressed anywhere on the page. Returns unsubscribing. */
export function onKey(listener: (event: KeyboardEvent) => void): () => void {
  window.addEventListener('keydown', listener);
  return () => window.removeEventListener('keydown', listener);
}

/** Pixels of the window's height that the page has. */
export function viewHeight(): number {
  return window.innerHeight;
}

/** Pixels from the page's top to the element's, however far the page is scrolled. */
export function topInPage(element: Element): number {
  return element.getBoundingClientRect().top + window.scrollY;
}

export function isFullScreen(): boolean {
  return document.fullscreenElement !== null;
}

/** Hears when the page gets the whole screen, and when it loses it. Returns unsubscribing. */
export function onFullScreen(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

/** Only what the user does can give a page the whole screen, and not every window may have it: it is no fault where it is refused. */
export async function setFullScreen(full: boolean): Promise<void> {
  try {
    if (full) await document.documentElement.requestFullscreen();
    else if (isFullScreen()) await document.exitFullscreen();
  } catch {
    // It stays as it is.
  }
}

/** Keeps the screen from going dark, where the system lets a page do so. Returns letting it. */
export function keepScreenOn(): () => void {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const ask = async (): Promise<void> => {
    // The lock ends whenever the page is hidden.
    if (over || !pageIsVisible() || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (over) void lock.release();
    } catch {
      // As on a battery that is low: the screen then does what the system says.
    }
  };
  void ask();
  const onShown = (): void => void ask();
  document.addEventListener('visibilitychange', onShown);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', onShown);
    void lock?.release();
  };
}

/** Pixels of the device for one of the page. */
export function pixelRatio(): number {
  return window.devicePixelRatio || 1;
}

/** A page that waits for its first answers has nothing to do either: by then it is drawn, milliseconds. */
const startMs = 1500;

/** Calls back once, when the page was started and has nothing else to do. */
export function onceStarted(task: () => void): void {
  setTimeout(() => {
    // Safari has none.
    if ('requestIdleCallback' in window) window.requestIdleCallback(task);
    else task();
  }, startMs);
}

/** Calls back before the next picture is drawn. Returns cancelling. */
export function onNextPicture(task: () => void): () => void {
  const request = window.requestAnimationFrame(task);
  return () => window.cancelAnimationFrame(request);
}

/** The value of a style property such as `--spcp-line`, as it applies to the element now. */
export function styleValue(element: Element, property: string): string {
  return window.getComputedStyle(element).getPropertyValue(property).trim();
}

/** Hears when the window gets another size. Returns unsubscribing. */
export function onWindowResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** Hears when the element gets another size, and once at the start. Returns unsubscribing. */
export function onResize(element: Element, listener: () => void): () => void {
  const observer = new ResizeObserver(listener);
  observer.observe(element);
  return () => observer.disconnect();
}

/** Moves the focus to the element with this id, if it is there. */
export function focusElement(id: string): void {
  document.getElementById(id)?.focus();
}

/** Where what has the focus is in the last so many pixels of the window, it is scrolled out of them. */
export function showFocusAbove(pixels: number): void {
  const { activeElement, body } = document;
  if (pixels === 0 || activeElement === null || activeElement === body) return;
  const { top, bottom } = activeElement.getBoundingClientRect();
  if (top < window.innerHeight && bottom > window.innerHeight - pixels)
    activeElement.scrollIntoView({ block: 'nearest' });
}

/** Moves the focus to the heading of the page, where what had it is gone. */
export function focusHeading(): void {
  document.querySelector('h1')?.focus();
}

/** What an action makes of the page may come a moment after its answer, milliseconds. */
const aftermathMs = 2000;

/**
 * Remembers what has the focus. The function that is returned gives it back where it was lost meanwhile, as a button loses it that is
 * disabled while it works: to the same element, or to the page's heading where that is gone, or goes in the next moments, and nobody else
 * gives it back. What is chosen of a menu goes with it: then it is the button of the menu.
 */
export function keepFocus(): () => void {
  const before = buttonOf(document.activeElement);
  return () => {
    const { activeElement, body } = document;
    if ((activeElement !== body && activeElement !== before) || !(before instanceof HTMLElement))
      return;
    // Whoever else remembers where it was comes first, as a dialog that is gone with what it was on.
    const toHeading = (): void =>
      void setTimeout(() => {
        if (document.activeElement === body) focusHeading();
      });
    if (!before.isConnected) {
      toHeading();
      return;
    }
    before.focus();
    const observer = new MutationObserver(() => {
      if (before.isConnected) return;
      observer.disconnect();
      toHeading();
    });
    observer.observe(body, { childList: true, subtree: true });
    setTimeout(() => observer.disconnect(), aftermathMs);
  };
}

function buttonOf(element: Element | null): Element | null {
  const button = element?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return (typeof button === 'string' && document.getElementById(button)) || element;
}

/** What the windows of this app tell each other under a name: none hears itself. `close` ends hearing and telling. */
export function openChannel(
  name: string,
  listener: (value: unknown) => void,
): { send(value: unknown): void; close(): void } {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => listener(data);
  return { send: (value) => channel.postMessage(value), close: () => channel.close() };
}

/** Hears the wheel over an element; a turn that the listener takes, by answering true, does not scroll the page. Returns unsubscribing. */
export function onWheel(
  element: HTMLElement,
  listener: (event: WheelEvent) => boolean,
): () => void {
  const heard = (event: WheelEvent): void => {
    if (listener(event)) event.preventDefault();
  };
  // What may be taken must be waited for.
  element.addEventListener('wheel', heard, { passive: false });
  return () => element.removeEventListener('wheel', heard);
}

/** Puts text on the clipboard; false where the browser does not let the page. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // It stands on the page, and can be copied by hand.
    return false;
  }
}
