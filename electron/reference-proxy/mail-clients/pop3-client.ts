import { Buffer } from 'node:buffer';
import { connect, type Socket } from 'node:net';
import { unstuff } from '../pop3/dot-stuffing.ts';

/** A response of a POP3 server (RFC 1939 section 3). `body` is unstuffed, null for a response of one line. */
export interface Pop3Response {
  readonly ok: boolean;
  readonly statusLine: string;
  readonly body: Buffer | null;
}

/** A small POP3 client (RFC 1939) that asks one thing at a time. Its promises reject once the connection is gone. */
export class Pop3Client {
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: {
    readonly multiLine: boolean;
    readonly settle: PromiseWithResolvers<Pop3Response>;
  } | null = null;
  #over = false;

  constructor(target: { readonly host: string; readonly port: number }) {
    this.#socket = connect({ ...target, noDelay: true });
    this.#socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#deliver();
    });
    // 'close' follows and rejects what waits.
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => {
      this.#over = true;
      this.#waiting?.settle.reject(new Error('the POP3 connection is closed'));
      this.#waiting = null;
    });
  }

  /** Octets that went over this connection so far, both ways. */
  get octets(): number {
    return this.#socket.bytesRead + this.#socket.bytesWritten;
  }

  /** The first line that the server sends. */
  greeting(): Promise<Pop3Response> {
    return this.#expect(false);
  }

  /** Sends one command; `multiLine` says whether a positive response has a body. */
  command(line: string, multiLine = false): Promise<Pop3Response> {
    if (!this.#over) this.#socket.write(`${line}\r\n`);
    return this.#expect(multiLine);
  }

  /** Cuts the connection. */
  destroy(): void {
    this.#socket.destroy();
  }

  #expect(multiLine: boolean): Promise<Pop3Response> {
    const settle = Promise.withResolvers<Pop3Response>();
    if (this.#over) settle.reject(new Error('the POP3 connection is closed'));
    else this.#waiting = { multiLine, settle };
    this.#deliver();
    return settle.promise;
  }

  #deliver(): void {
    const waiting = this.#waiting;
    const lineEnd = this.#received.indexOf('\r\n');
    if (waiting === null || lineEnd === -1) return;
    const statusLine = this.#received.toString('latin1', 0, lineEnd);
    const ok = statusLine.startsWith('+OK');
    let end = lineEnd + 2;
    let body: Buffer | null = null;
    if (ok && waiting.multiLine) {
      // From the CRLF of the first line on, so that an empty body is found too.
      const bodyEnd = this.#received.indexOf('\r\n.\r\n', lineEnd);
      if (bodyEnd === -1) return;
      body = unstuff(this.#received.subarray(end, bodyEnd + 5));
      end = bodyEnd + 5;
    }
    this.#received = this.#received.subarray(end);
    this.#waiting = null;
    waiting.settle.resolve({ ok, statusLine, body });
  }
}
