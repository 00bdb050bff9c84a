/** A card of the board, on which its proxy is named. */
export const cardOfBoard = 'article [data-card-link]';

/**
 * Runs in a page before all else: keeps as `window.drawnAt` when something that the selector names was painted, milliseconds since the epoch. What
 * asks from outside whether it is there does so half a second apart.
 */
export function keepWhenDrawn(selector: string): void {
  const look = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    look.disconnect();
    const keep = () =>
      Object.assign(window, { drawnAt: performance.timeOrigin + performance.now() });
    requestAnimationFrame(() => setTimeout(keep));
  });
  look.observe(document, { childList: true, subtree: true });
}
