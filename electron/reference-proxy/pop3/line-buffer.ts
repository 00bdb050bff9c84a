import { Buffer } from 'node:buffer';

/** Thrown when a peer sends more than the limit without an end of line. */
export class LineTooLong extends Error {
  constructor(limit: number) {
    super(`a line is longer than ${limit} octets`);
    this.name = 'LineTooLong';
  }
}

/** Cuts what arrives into lines, however it was cut on its way. Lines end in LF; a CR before it is dropped with it. */
export class LineBuffer {
  readonly #limit: number;
  #held: Buffer = Buffer.alloc(0);
  #from = 0;

  /** `limit` counts octets of one line, its end included. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Octets that no line was made of yet. */
  get size(): number {
    return this.#held.length - this.#from;
  }

  push(chunk: Buffer): void {
    this.#held = Buffer.concat([this.#held.subarray(this.#from), chunk]);
    this.#from = 0;
  }

  /** The next whole line without its end, or undefined. Throws `LineTooLong`. */
  shift(): string | undefined {
    const end = this.#held.indexOf(0x0a, this.#from);
    const length = (end === -1 ? this.#held.length : end + 1) - this.#from;
    if (length > this.#limit) throw new LineTooLong(this.#limit);
    if (end === -1) return undefined;
    const stop = end > this.#from && this.#held[end - 1] === 0x0d ? end - 1 : end;
    const line = this.#held.toString('latin1', this.#from, stop);
    this.#from = end + 1;
    return line;
  }

  /** Everything held, which is held no more. */
  takeAll(): Buffer {
    const rest = this.#held.subarray(this.#from);
    this.#held = Buffer.alloc(0);
    this.#from = 0;
    return rest;
  }
}
