import type { Socket } from 'node:net';
import { AppError } from '../../shared/errors.ts';
import type { Libc } from './libc.ts';
import type { Transport, TransportEnd } from './transport.ts';

const closeMs = 3000;
const socketLevel = 1;
const linger = 13;
const maxWaiting = 64;

/** An association on a kernel socket that libuv reads as a stream: each `data` event is one SCTP message. */
export class KernelTransport implements Transport {
  readonly kind = 'kernel';
  readonly framing = 'message';
  readonly description: string;
  readonly ended: Promise<TransportEnd>;
  readonly #socket: Socket;
  readonly #libc: Libc;
  #waiting: Uint8Array[] = [];
  #listener: ((message: Uint8Array) => void) | null = null;
  #closing = false;
  #over = false;
  #closeTimer: NodeJS.Timeout | undefined;

  constructor(socket: Socket, libc: Libc, description: string) {
    this.#socket = socket;
    this.#libc = libc;
    this.description = description;
    this.ended = new Promise((resolve) => {
      let end: TransportEnd | null = null;
      socket.on('end', () => {
        end ??= { reason: this.#closing ? 'closed' : 'peer-shutdown' };
        socket.end();
      });
      socket.on('error', (error: NodeJS.ErrnoException) => {
        end ??= this.#failure(error);
      });
      socket.on('close', () => {
        this.#over = true;
        clearTimeout(this.#closeTimer);
        resolve(end ?? { reason: 'closed' });
      });
    });
    socket.on('data', (message: Buffer) => {
      if (this.#listener) this.#listener(message);
      else if (this.#waiting.push(message) > maxWaiting)
        socket.destroy(new Error('more came than was asked for'));
    });
  }

  send(message: Uint8Array): void {
    if (!this.#over && !this.#closing) this.#socket.write(message);
  }

  onMessage(listener: (message: Uint8Array) => void): () => void {
    this.#listener = listener;
    for (const message of this.#waiting.splice(0)) listener(message);
    return () => {
      if (this.#listener === listener) this.#listener = null;
    };
  }

  close(): Promise<TransportEnd> {
    if (!this.#over && !this.#closing) {
      this.#closing = true;
      this.#closeTimer = setTimeout(() => this.abort(), closeMs);
      this.#socket.end();
    }
    return this.ended;
  }

  abort(): void {
    if (this.#over) return;
    this.#closing = true;
    const fd = (this.#socket as Socket & { _handle?: { fd?: number } | null })._handle?.fd;
    if (fd !== undefined && fd >= 0) {
      // SO_LINGER of zero seconds makes the close an ABORT.
      const immediately = Buffer.alloc(8);
      immediately.writeInt32LE(1, 0);
      this.#libc.setsockopt(fd, socketLevel, linger, immediately, immediately.length);
    }
    this.#socket.destroy();
  }

  #failure(error: NodeJS.ErrnoException): TransportEnd {
    if (this.#closing) return { reason: 'closed' };
    if (error.code === 'ECONNRESET' || error.code === 'ECONNABORTED' || error.code === 'EPIPE')
      return { reason: 'peer-abort' };
    return {
      reason: 'failed',
      error: new AppError(
        'association-lost',
        `The association with ${this.description} was lost (${error.code ?? error.message}).`,
        { cause: error },
      ),
    };
  }
}
