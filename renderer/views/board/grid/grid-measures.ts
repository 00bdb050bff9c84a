/** Pixels between two cards. */
export const gap = 12;

/** Pixels. All cards are of one height in every state: none moves another when its state changes. */
export const cardHeight = 282;

const narrowestCard = 296;

/** How many cards fit beside each other. */
export function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width + gap) / (narrowestCard + gap)));
}
