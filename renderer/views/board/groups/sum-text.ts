import { type Format, noData } from '../../../../shared/texts/format.ts';
import { type Totals, wholeOf } from '../summary/totals.ts';

/** The columns of the table that have a sum. */
export const summed = [
  'connections',
  'bytesPerSecond',
  'accessesPerSecond',
  'transferredBytes',
  'accesses',
] as const;
export type Summed = (typeof summed)[number];

export function isSummed(column: string): column is Summed {
  return summed.some((each) => each === column);
}

/** A sum over some proxies, as the column of each of them says it. */
export function sumText(column: Summed, totals: Totals, format: Format): string {
  switch (column) {
    case 'connections':
      return format.number(wholeOf(totals.connections));
    case 'bytesPerSecond':
      return format.bytesPerSecond(totals.bytesPerSecond);
    case 'accessesPerSecond':
      return format.perSecond(totals.accessesPerSecond);
    case 'transferredBytes':
      return totals.transferredBytes === null
        ? noData
        : format.byteCounter(totals.transferredBytes);
    case 'accesses':
      return totals.accesses === null ? noData : format.shortCounter(totals.accesses);
  }
}
