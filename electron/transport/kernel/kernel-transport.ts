import { Socket } from 'node:net';
import { AppError } from '../../../shared/errors.ts';
import { causeOf } from '../../base/cause-of.ts';
import { Inbox } from '../inbox.ts';
import type { Transport, TransportEnd } from '../transport.ts';
import { descriptorOf } from './descriptor.ts';
import type { Libc } from './libc.ts';
import {
  moreFollows,
  protocolSctp,
  sctpOption,
  sendAtOnce,
  socketLevel,
  socketOption,
} from './linux.ts';

const closeMs = 3000;
/** Messages kept for a listener that is not there yet. */
const maxWaiting = 64;
/** The second byte of the subscription: changes of the association (RFC 6458 section 6.2.1). */
const associationChanges = Uint8Array.of(0, 1);
/** SCTP_ASSOC_CHANGE, its length, and SCTP_SHUTDOWN_COMP (RFC 6458 section 6.1.1). */
const change = { type: 0x8001, length: 20, shutdownComplete: 3 } as const;
/** `struct sctp_sack_info` (RFC 6458 section 8.1.19): each packet is acknowledged. */
const acknowledgeEach = new Uint8Array(Uint32Array.of(0, 0, 1).buffer);
/** The most that one read takes, bytes; a longer SCTP message comes in parts. */
const readSize = 65_536;

/** Of all sockets: what is read is taken out of it before the next one is. A buffer for each would be most of the memory of an association. */
const readBuffer = Buffer.alloc(readSize);
const readBytes = new Uint8Array(readBuffer.buffer, readBuffer.byteOffset, readSize);

/**
 * A connected socket of the kernel as libuv watches it. Its messages are read past the stream's own queue, which costs a third of the
 * time of a request.
 */
export function watchConnected(fd: number): { socket: Socket; onBytes: OnBytes } {
  let listener: (message: Uint8Array) => void = () => {};
  const socket = new Socket({
    fd,
    allowHalfOpen: true,
    onread: {
      buffer: readBuffer,
      callback(length) {
        listener(readBytes.slice(0, length));
        return true;
      },
    },
  });
  return {
    socket,
    onBytes(given) {
      listener = given;
      // Without a reader of the stream its end would not be told.
      socket.resume();
    },
  };
}

/** An accepted socket, whose stream cannot be passed by. */
export function watchAccepted(socket: Socket): { socket: Socket; onBytes: OnBytes } {
  return { socket, onBytes: (listener) => void socket.on('data', listener) };
}

/** Takes the listener for what arrives, one SCTP message at a time, and begins to read. */
type OnBytes = (listener: (message: Uint8Array) => void) => void;

/** An association on a kernel socket: each read is one SCTP message. */
export class KernelTransport implements Transport {
  readonly kind = 'kernel';
  readonly framing = 'message';
  readonly description: string;
  readonly ended: Promise<TransportEnd>;
  readonly #socket: Socket;
  readonly #descriptor: number | undefined;
  readonly #libc: Libc;
  readonly #inbox: Inbox;
  #closing = false;
  #over = false;
  #closeTimer: NodeJS.Timeout | undefined;
  #acknowledgesEach = false;

  constructor(
    { socket, onBytes }: ReturnType<typeof watchConnected>,
    libc: Libc,
    description: string,
  ) {
    this.#socket = socket;
    this.#descriptor = descriptorOf(socket);
    this.#libc = libc;
    this.description = description;
    this.#inbox = new Inbox({ messages: maxWaiting }, () =>
      socket.destroy(new Error('more came than was asked for')),
    );
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
    onBytes((message) => {
      if (this.#closing && tellsShutdown(message)) socket.destroy();
      else this.#inbox.put(message);
    });
  }

  send(message: Uint8Array, more = false): void {
    if (this.#over || this.#closing) return;
    // A direct call is cheaper than the stream's; where it cannot take the message, the stream does, and tells what is wrong.
    const direct = this.#socket.writableLength === 0 ? this.#fd : undefined;
    if (direct !== undefined) {
      if (more) this.#acknowledgeEach(direct);
      const flags = more ? sendAtOnce | moreFollows : sendAtOnce;
      if (this.#libc.send(direct, message, message.length, flags) === message.length) return;
    }
    this.#socket.write(message);
  }

  onMessage(listener: (message: Uint8Array) => void): () => void {
    return this.#inbox.listen(listener);
  }

  close(): Promise<TransportEnd> {
    if (!this.#over && !this.#closing) {
      this.#closing = true;
      this.#closeTimer = setTimeout(() => this.abort(), closeMs);
      this.#subscribe();
      this.#socket.end();
    }
    return this.ended;
  }

  abort(): void {
    if (this.#over) return;
    this.#closing = true;
    const fd = this.#fd;
    if (fd !== undefined) {
      // SO_LINGER of zero seconds makes the close an ABORT.
      const immediately = Buffer.alloc(8);
      immediately.writeInt32LE(1, 0);
      this.#libc.setsockopt(fd, socketLevel, socketOption.linger, immediately, immediately.length);
    }
    this.#socket.destroy();
  }

  /**
   * A server that does not set SCTP_NODELAY, as deployed ones do not, keeps its second reply until the first is acknowledged, and the kernel
   * acknowledges one packet alone only after 200 ms.
   */
  #acknowledgeEach(fd: number): void {
    if (this.#acknowledgesEach) return;
    this.#acknowledgesEach = true;
    const { length } = acknowledgeEach;
    const option = sctpOption.delayedAcknowledgement;
    this.#libc.setsockopt(fd, protocolSctp, option, acknowledgeEach, length);
  }

  /** The kernel does not wake who waits for the end of a shutdown of our own; it does for the news of it, which comes as a message. */
  #subscribe(): void {
    const fd = this.#fd;
    if (fd === undefined) return;
    const { length } = associationChanges;
    this.#libc.setsockopt(fd, protocolSctp, sctpOption.events, associationChanges, length);
  }

  /** Nothing once the socket is destroyed, which closes it: the number may be another's then. */
  get #fd(): number | undefined {
    return this.#socket.destroyed ? undefined : this.#descriptor;
  }

  #failure(error: NodeJS.ErrnoException): TransportEnd {
    if (this.#closing) return { reason: 'closed' };
    if (error.code === 'ECONNRESET' || error.code === 'ECONNABORTED' || error.code === 'EPIPE')
      return { reason: 'peer-abort' };
    return {
      reason: 'failed',
      error: new AppError(
        'association-lost',
        { case: 'system', where: this.description, cause: causeOf(error) },
        { cause: error },
      ),
    };
  }
}

/** Asking the socket is a call out of JavaScript each time. */
function tellsShutdown(message: Uint8Array): boolean {
  if (message.length !== change.length) return false;
  const view = new DataView(message.buffer, message.byteOffset, message.length);
  return (
    view.getUint16(0, true) === change.type && view.getUint16(8, true) === change.shutdownComplete
  );
}
