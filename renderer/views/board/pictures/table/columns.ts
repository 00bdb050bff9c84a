import type { BoardColumn } from '../../../../../shared/model/preference-words.ts';

/** Pixels, the least that a column needs; where there is more room all get of it. */
const widths: Readonly<Record<BoardColumn, number>> = {
  state: 166,
  connections: 86,
  bytesPerSecond: 104,
  accessesPerSecond: 78,
  transferredBytes: 84,
  accesses: 84,
  roundTripMs: 80,
  missedPolls: 76,
  restarts: 72,
  meanDuration: 104,
  bytesPerAccess: 88,
  bytesPerConnection: 108,
  share: 70,
  transformation: 96,
  bufferSize: 70,
  address: 116,
  folder: 110,
  environment: 104,
  readAt: 84,
};

export const nameWidth = 165;
/** Of the column with the menu. */
export const menuWidth = 28;

const texts: readonly BoardColumn[] = [
  'state',
  'transformation',
  'address',
  'folder',
  'environment',
];

export function isText(column: BoardColumn): boolean {
  return texts.includes(column);
}

export function widthOf(column: BoardColumn): number {
  return widths[column];
}

/** Pixels that a table of these needs. */
export function widthOfAll(columns: readonly BoardColumn[]): number {
  return columns.reduce((sum, column) => sum + widths[column], nameWidth + menuWidth);
}
