import { createHash } from 'node:crypto';

/** The same id for the same text, everywhere and always: version 8 of RFC 9562, of a hash. */
export function derivedId(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
