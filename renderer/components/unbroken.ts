import type { CSSProperties } from 'react';

/** Longer names than this, in characters, may be broken: a column for them would leave the others no room. */
const longest = 28;

/** The style of a name in a table: one that has room on a line is not broken at its hyphens. */
export function unbroken(name: string): CSSProperties {
  return name.length <= longest ? { whiteSpace: 'nowrap' } : {};
}
