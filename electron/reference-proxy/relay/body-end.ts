import { Buffer } from 'node:buffer';

const end = Buffer.from('\r\n.\r\n', 'latin1');
const lineStart = Buffer.from('\r\n', 'latin1');

/** Finds the end of a multi-line response in pieces of any size (RFC 1939 section 3). */
export class BodyEnd {
  // The body starts after a CRLF, so a lone `.` line right away is its end.
  #tail: Buffer = lineStart;

  /** How many octets of this piece belong to the body, its last line included, or null while the end has not come. */
  find(chunk: Buffer): number | null {
    const joined = Buffer.concat([this.#tail, chunk]);
    const at = joined.indexOf(end);
    if (at !== -1) return at + end.length - this.#tail.length;
    this.#tail = Buffer.from(joined.subarray(Math.max(0, joined.length - end.length + 1)));
    return null;
  }
}
