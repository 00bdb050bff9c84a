import { AppError } from '../../../../shared/errors.ts';
import { Inbox } from '../../inbox.ts';
import type { Transport, TransportEnd } from '../../transport.ts';
import { type Association, inboundStreams, silent } from './sctp-library.ts';

/** How often an unanswered COOKIE ECHO, SHUTDOWN or SHUTDOWN ACK is sent again, milliseconds: doubled each time, up to the second. */
const resend = { first: 300, most: 1000 };
/** How long an orderly end may take before it becomes an ABORT. */
const closeMs = 3000;

/** Messages kept for a listener that is not there yet. */
const maxWaiting = 64;
/** Bytes kept for a peer that is slow to acknowledge. */
const maxOutbox = 4_194_304;

/** An association of the library as a `Transport`: does what the library leaves out (RFC 9260 sections 5.1.6 and 9.2). */
export class SctpTransport implements Transport {
  readonly kind = 'udp';
  readonly framing = 'message';
  readonly description: string;
  readonly ended: Promise<TransportEnd>;
  /** Resolves when the association is established. */
  readonly established: Promise<void>;
  readonly #association: Association;
  readonly #release: () => void;
  readonly #resolveEnd: (end: TransportEnd) => void;
  readonly #inbox = new Inbox({ messages: maxWaiting }, () =>
    this.fail(
      new AppError('association-lost', `${this.description} sent more than was asked for.`),
    ),
  );
  /** Messages that the congestion window has no room for yet. */
  readonly #outbox: Buffer[] = [];
  #outboxBytes = 0;
  #over = false;
  #closing = false;
  #shutdownSent = false;
  #aborted = false;
  #shutdownTurn: NodeJS.Immediate | undefined;
  #resendTimer: NodeJS.Timeout | undefined;
  #closeTimer: NodeJS.Timeout | undefined;

  /** `release` frees what carries the association; it is called once, at the end. */
  constructor(association: Association, description: string, release: () => void) {
    this.#association = association;
    this.#release = release;
    this.description = description;
    let resolveEnd: (end: TransportEnd) => void = () => {};
    this.ended = new Promise((resolve) => {
      resolveEnd = resolve;
    });
    this.#resolveEnd = resolveEnd;
    this.established = new Promise((resolve) => {
      association.once('COMMUNICATION UP', () => {
        // Whatever addresses the peer listed, there is one way to it; the library would send a heartbeat to each.
        association.destinations = { [association.remoteAddress]: {} };
        resolve();
      });
    });
    association.debugger = silent;
    // The library reads this field, which it never sets, when DATA meets its SHUTDOWN.
    association.duplicates = [];
    // It would take whatever comes first for the first message of a stream, and drop the true first one that was overtaken.
    association.reassembly.peer_ssn = new Array<number>(inboundStreams).fill(0);
    this.#follow(association);
  }

  get unacknowledged(): boolean {
    return this.#outbox.length > 0 || unacknowledged(this.#association) > 0;
  }

  /** The end was asked for and is under way. */
  get closing(): boolean {
    return this.#closing;
  }

  send(message: Uint8Array): void {
    if (this.#over || this.#closing) return;
    this.#outbox.push(Buffer.from(message));
    this.#outboxBytes += message.length;
    if (this.#outboxBytes > maxOutbox)
      this.fail(
        new AppError('association-lost', `${this.description} takes nothing that is sent to it.`),
      );
    else this.#sendWaiting();
  }

  onMessage(listener: (message: Uint8Array) => void): () => void {
    return this.#inbox.listen(listener);
  }

  close(): Promise<TransportEnd> {
    if (this.#over || this.#closing) return this.ended;
    this.#closing = true;
    this.#closeTimer = setTimeout(() => this.abort(), closeMs);
    this.#shutDownWhenSent();
    return this.ended;
  }

  abort(): void {
    if (this.#over) return;
    this.#abort();
    this.#end({ reason: 'closed' });
  }

  /**
   * Gives up an association that is being set up. Before the peer answered nothing is there to end. After that it may be established
   * there without our knowing, and a deployed server can freeze when it is aborted then (deployed behaviour 13): so it is set
   * up to its end, and ended in order.
   */
  abandon(): void {
    if (this.#over) return;
    if (this.#association.state !== 'COOKIE-ECHOED') {
      this.#association._destroy();
      this.#end({ reason: 'closed' });
      return;
    }
    this.#closeTimer = setTimeout(() => this.abort(), closeMs);
    void this.established.then(() => {
      clearTimeout(this.#closeTimer);
      void this.close();
    });
  }

  /** Asks the peer for a sign of life. Whatever it answers counts. */
  askForLife(): void {
    if (!this.#over && this.#association.state === 'ESTABLISHED')
      this.#association._sendChunk('heartbeat', { heartbeat_info: Buffer.alloc(12) });
  }

  /** Ends the association here and, by an ABORT, there. */
  fail(error: AppError): void {
    if (this.#over) return;
    this.#abort();
    this.#end({ reason: 'failed', error });
  }

  /** Something that the library threw ends this association and no other. */
  failInside(error: unknown): void {
    this.fail(
      new AppError(
        'association-lost',
        `The association with ${this.description} failed inside the SCTP stack.`,
        { cause: error },
      ),
    );
  }

  #follow(association: Association): void {
    association.on('DATA ARRIVE', (stream: number) => {
      const message = association.RECEIVE();
      if (message === undefined || stream !== 0 || this.#over) return;
      this.#inbox.put(new Uint8Array(message.buffer, message.byteOffset, message.length));
    });
    association.prependListener('shutdown', (chunk: { c_tsn_ack: number }) => {
      association.onSack({ c_tsn_ack: chunk.c_tsn_ack, a_rwnd: association.peer_rwnd });
    });
    association.on('shutdown', () => this.#answerShutdown(true));
    association.on('sack', () => {
      this.#answerShutdown(false);
      this.#sendWaiting();
      this.#shutDownWhenSent();
    });
    association.on('heartbeat_ack', () => {
      // The library keeps the nonce of each heartbeat that got lost.
      association.nonces = {};
    });
    // The first one only: the cookie of another, to an INIT that was sent twice, belongs to another tag.
    association.once('init_ack', (chunk: { state_cookie: Buffer }) =>
      this.#repeat('COOKIE-ECHOED', 'cookie_echo', () => ({ cookie: chunk.state_cookie })),
    );
    association.on('COMMUNICATION LOST', (cause?: string) => {
      if (cause === 'abort') this.#end({ reason: this.#closing ? 'closed' : 'peer-abort' });
    });
    association.once('SHUTDOWN COMPLETE', () =>
      this.#end({ reason: this.#closing ? 'closed' : 'peer-shutdown' }),
    );
    association.on('library-failure', (error: unknown) => this.failInside(error));
  }

  /** As much as the congestion window has room for (RFC 9260 section 6.1); the library refuses what is beyond it. */
  #sendWaiting(): void {
    const association = this.#association;
    while (!this.#over && unacknowledged(association) < association.cwnd) {
      const message = this.#outbox.shift();
      if (message === undefined) return;
      this.#outboxBytes -= message.length;
      try {
        association.SEND(message, { stream_id: 0, ppid: 0 }, (error) => {
          if (error) this.failInside(error);
        });
      } catch (error) {
        this.failInside(error);
      }
    }
  }

  /**
   * SHUTDOWN may go out only after everything sent was acknowledged, and not within the turn that asks for it: a packet that is being
   * delivered is not counted as received yet, and its acknowledgement goes out at the end of the turn.
   */
  #shutDownWhenSent(): void {
    if (this.#over || !this.#closing) return;
    this.#shutdownTurn ??= setImmediate(() => {
      this.#shutdownTurn = undefined;
      this.#shutDownIfSent();
    });
  }

  #shutDownIfSent(): void {
    const { state, queue, flightsize } = this.#association;
    if (this.#over || this.#shutdownSent || state !== 'ESTABLISHED') return;
    if (flightsize > 0 || this.#outbox.length > 0) return;
    if (queue.length > 0) {
      this.#shutDownWhenSent();
      return;
    }
    this.#shutdownSent = true;
    this.#association.SHUTDOWN(() => {
      this.#repeat('SHUTDOWN-SENT', 'shutdown', () => ({
        c_tsn_ack: this.#association.reassembly.peer_c_tsn?.number,
      }));
    });
  }

  /** SHUTDOWN ACK once nothing is outstanding, also where both ends shut down at once (RFC 9260 section 9.2). */
  #answerShutdown(asked: boolean): void {
    const association = this.#association;
    if (this.#over) return;
    if (association.state === 'SHUTDOWN-RECEIVED' && association.flightsize === 0) {
      association._sendChunk('shutdown_ack', {});
      association.state = 'SHUTDOWN-ACK-SENT';
    }
    // Still in this state, both ends shut down at once; the library has answered and forgets to move on.
    if (asked && association.state === 'SHUTDOWN-SENT') association.state = 'SHUTDOWN-ACK-SENT';
    if (association.state !== 'SHUTDOWN-ACK-SENT') return;
    association._stopT2();
    this.#closeTimer ??= setTimeout(
      () => this.#end({ reason: this.#closing ? 'closed' : 'peer-shutdown' }),
      closeMs,
    );
    this.#repeat('SHUTDOWN-ACK-SENT', 'shutdown_ack', () => ({}));
  }

  /** Sends a chunk again and again, as long as the association stays in a state that waits for its answer. */
  #repeat(state: string, chunk: string, options: () => object): void {
    clearTimeout(this.#resendTimer);
    const again = (delay: number): void => {
      this.#resendTimer = setTimeout(() => {
        if (this.#over || this.#association.state !== state) return;
        this.#association._sendChunk(chunk, options());
        again(Math.min(delay * 2, resend.most));
      }, delay);
    };
    again(resend.first);
  }

  /** A peer that has not answered INIT yet has nothing to abort, and told no tag to say it with. */
  #abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    if (this.#association.state === 'COOKIE-WAIT') this.#association._destroy();
    else this.#association.ABORT();
  }

  #end(end: TransportEnd): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#resendTimer);
    clearTimeout(this.#closeTimer);
    this.#release();
    this.#resolveEnd(end);
  }
}

/** Bytes that were handed to the library and not acknowledged yet: those under way and those that go out at the end of this turn. */
function unacknowledged({ flightsize, queue }: Association): number {
  let waiting = 0;
  for (const chunk of queue) if (chunk.chunkType === 'data') waiting += chunk.size;
  return flightsize + waiting;
}
