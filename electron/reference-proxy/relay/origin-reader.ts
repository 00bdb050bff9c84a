import { Buffer } from 'node:buffer';
import { maxStatusLine, type Pop3Command } from '../pop3/command.ts';
import { LineBuffer } from '../pop3/line-buffer.ts';
import { BodyEnd } from './body-end.ts';

/** Octets of a body that is held back until it is whole; a longer one passes in pieces. */
const maxHeld = 8 * 1024 * 1024;

/** What the origin's response is for the relay: pieces to pass on as they come, or one whole body that was held back. */
export type OriginReply =
  | { readonly kind: 'piece'; readonly bytes: Buffer; readonly last: boolean }
  | { readonly kind: 'whole'; readonly statusLine: string; readonly body: Buffer }
  | { readonly kind: 'too-large' };

/** Follows the responses of a POP3 server (RFC 1939 section 3), the greeting first. */
export class OriginReader {
  readonly #deliver: (reply: OriginReply) => void;
  readonly #status = new LineBuffer(maxStatusLine);
  #multiLine = false;
  #bodyEnd: BodyEnd | null = null;
  #held: { readonly statusLine: string; readonly pieces: Buffer[]; size: number } | null = null;
  #started = false;

  constructor(deliver: (reply: OriginReply) => void) {
    this.#deliver = deliver;
  }

  /** Whether a part of the response expected now was delivered. */
  get started(): boolean {
    return this.#started;
  }

  /** The next response is the one to this command. */
  expect(command: Pop3Command): void {
    this.#multiLine = command.multiLine;
    this.#started = false;
  }

  /** Takes one read; `hold` says whether a body that begins in it is held back. Throws `LineTooLong`. */
  push(chunk: Buffer, hold: boolean): void {
    if (this.#bodyEnd !== null) {
      this.#body(chunk, this.#bodyEnd);
      return;
    }
    this.#status.push(chunk);
    const line = this.#status.shift();
    if (line === undefined) return;
    const rest = this.#status.takeAll();
    if (!this.#multiLine || !line.startsWith('+OK')) {
      this.#piece(Buffer.from(`${line}\r\n`, 'latin1'), true);
      return;
    }
    this.#bodyEnd = new BodyEnd();
    if (hold) this.#held = { statusLine: line, pieces: [], size: 0 };
    else this.#piece(Buffer.from(`${line}\r\n`, 'latin1'), false);
    if (rest.length > 0) this.#body(rest, this.#bodyEnd);
  }

  #body(chunk: Buffer, bodyEnd: BodyEnd): void {
    const length = bodyEnd.find(chunk);
    const bytes = length === null ? chunk : chunk.subarray(0, length);
    if (length !== null) this.#bodyEnd = null;
    if (this.#held === null) {
      this.#piece(bytes, length !== null);
      return;
    }
    const held = this.#held;
    held.pieces.push(bytes);
    held.size += bytes.length;
    if (length !== null) {
      this.#held = null;
      this.#started = true;
      this.#deliver({
        kind: 'whole',
        statusLine: held.statusLine,
        body: Buffer.concat(held.pieces),
      });
    } else if (held.size > maxHeld) {
      this.#held = null;
      this.#deliver({ kind: 'too-large' });
      this.#piece(
        Buffer.concat([Buffer.from(`${held.statusLine}\r\n`, 'latin1'), ...held.pieces]),
        false,
      );
    }
  }

  #piece(bytes: Buffer, last: boolean): void {
    this.#started = true;
    this.#deliver({ kind: 'piece', bytes, last });
  }
}
