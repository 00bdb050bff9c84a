/** Pixels between two cards. */
export const gap = 10;

/**
 * Pixels. All cards are of one height in every state: none moves another when its state changes. Three rows fit below the toolbar of a
 * window of 900.
 */
export const cardHeight = 200;

/** Four fit beside the menu in a window of 1440. */
const narrowestCard = 272;

/** How many cards fit beside each other. */
export function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width + gap) / (narrowestCard + gap)));
}
