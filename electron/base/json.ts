/** So deep are lists and objects in each other at most in what another process sends: the deepest of the contract has a tenth of it. */
export const mostNested = 100;

/**
 * The value of JSON that another process wrote; undefined where it is none, or is nested deeper than `mostNested`: what `JSON.parse` takes overflows
 * the stack of whoever walks through it.
 */
export function parseJson(bytes: Buffer): unknown {
  if (isTooNested(bytes)) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** JSON of what a page sent; null where `parseJson` would not take it, or it has none: it is too deep, goes in a circle, is a `bigint`. */
export function jsonOf(value: unknown): string | null {
  try {
    const text = JSON.stringify(value);
    return isTooNested(Buffer.from(text)) ? null : text;
  } catch {
    return null;
  }
}

const quote = 0x22;
const backslash = 0x5c;

function isTooNested(bytes: Buffer): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) isText = !isText;
    else if (isText) {
      if (byte === backslash) at++;
    } else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > mostNested) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return false;
}
