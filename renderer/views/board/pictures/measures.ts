/** How items lie beside and below each other, pixels. */
export interface ItemMeasures {
  readonly columns: number;
  readonly height: number;
  readonly gap: number;
}

/**
 * Pixels. All cards are of one height in every state: none moves another when its state changes. Three rows fit below the toolbar of a
 * window of 900, and four cards beside the menu in one of 1440.
 */
export const cardHeight = 200;
const cardGap = 10;
const narrowestCard = 272;

export const compactHeight = 66;
const compactGap = 8;
const narrowestCompact = 190;

export function cardsIn(width: number): ItemMeasures {
  return { columns: columnsIn(width, narrowestCard, cardGap), height: cardHeight, gap: cardGap };
}

export function compactIn(width: number): ItemMeasures {
  const columns = columnsIn(width, narrowestCompact, compactGap);
  return { columns, height: compactHeight, gap: compactGap };
}

/** How many fit beside each other; one at least. */
export function columnsIn(width: number, narrowest: number, gap: number): number {
  return Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
}
