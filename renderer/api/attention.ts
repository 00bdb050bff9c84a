/** What the user last pressed, by pointer or key, and where it was then. */
let last: { readonly element: Element; readonly middle: number } | null = null;

/** Watches from now on. */
export function watchAttention(): void {
  for (const event of ['keydown', 'pointerdown']) {
    window.addEventListener(
      event,
      ({ target }) => {
        if (target instanceof Element) last = { element: target, middle: middleOf(target) };
      },
      { capture: true, passive: true },
    );
  }
}

/** Where the user is at work now: what is laid over the window belongs into the other half. */
export function attendedHalf(): 'upper' | 'lower' {
  if (last === null) return 'upper';
  const middle = last.element.isConnected ? middleOf(last.element) : last.middle;
  return middle <= window.innerHeight / 2 ? 'upper' : 'lower';
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
