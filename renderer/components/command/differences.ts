import { diffLines, diffWordsWithSpace } from 'diff';

/** A piece of a text that is in both, or in one of them only. */
export interface Segment {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Two texts that have next to nothing in common take long to compare, milliseconds. */
const longestMs = 500;

/** What of one command became what, word by word. */
export function wordDifference(from: string, to: string): readonly Segment[] {
  return segmentsOf(diffWordsWithSpace(from, to, { timeout: longestMs }), from, to);
}

/** What of one text became what, line by line; lines keep their ends. */
export function lineDifference(from: string, to: string): readonly Segment[] {
  return segmentsOf(diffLines(from, to, { timeout: longestMs }), from, to);
}

/** Where it was not found in time, all of one is removed, and all of the other added. */
function segmentsOf(
  found:
    | readonly { readonly added: boolean; readonly removed: boolean; readonly value: string }[]
    | undefined,
  from: string,
  to: string,
): readonly Segment[] {
  const changes = found ?? [
    { removed: true, added: false, value: from },
    { removed: false, added: true, value: to },
  ];
  return changes
    .filter(({ value }) => value !== '')
    .map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }));
}
