import { AppError } from '../../shared/errors.ts';
import type { Association } from './sctp-library.ts';
import type { Transport, TransportEnd } from './transport.ts';

/** How often an unanswered COOKIE ECHO, SHUTDOWN or SHUTDOWN ACK is sent again, milliseconds: doubled each time, up to the second. */
const resend = { first: 300, most: 1000 };
/** How long an orderly end may take before it becomes an ABORT. */
const closeMs = 3000;
/** Messages kept for a listener that is not there yet. */
const maxWaiting = 64;

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
  #waiting: Uint8Array[] = [];
  #listener: ((message: Uint8Array) => void) | null = null;
  #over = false;
  #closing = false;
  #shutdownSent = false;
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
    // The library reads this field, which it never sets, when DATA meets its SHUTDOWN.
    association.duplicates = [];
    this.#follow(association);
  }

  send(message: Uint8Array): void {
    if (this.#over || this.#closing) return;
    this.#association.SEND(Buffer.from(message), { stream_id: 0, ppid: 0 }, (error) => {
      if (error)
        this.fail(
          new AppError('association-lost', `A message could not be sent to ${this.description}.`, {
            cause: error,
          }),
        );
    });
  }

  onMessage(listener: (message: Uint8Array) => void): () => void {
    this.#listener = listener;
    for (const message of this.#waiting.splice(0)) listener(message);
    return () => {
      if (this.#listener === listener) this.#listener = null;
    };
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
    this.#association.ABORT();
    this.#end({ reason: 'closed' });
  }

  /** Ends the association here and, by an ABORT, there. */
  fail(error: AppError): void {
    if (this.#over) return;
    this.#association.ABORT();
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
      this.#deliver(new Uint8Array(message.buffer, message.byteOffset, message.length));
    });
    association.prependListener('shutdown', (chunk: { c_tsn_ack: number }) => {
      association.onSack({ c_tsn_ack: chunk.c_tsn_ack, a_rwnd: association.peer_rwnd });
    });
    association.on('shutdown', () => this.#answerShutdown(true));
    association.on('sack', () => {
      this.#answerShutdown(false);
      this.#shutDownWhenSent();
    });
    association.on('init_ack', (chunk: { state_cookie: Buffer }) =>
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

  #deliver(message: Uint8Array): void {
    if (this.#listener) this.#listener(message);
    else if (this.#waiting.push(message) > maxWaiting) {
      this.fail(
        new AppError('association-lost', `${this.description} sent more than was asked for.`),
      );
    }
  }

  /** SHUTDOWN may go out only after everything sent was acknowledged. */
  #shutDownWhenSent(): void {
    const { state, queue, flightsize } = this.#association;
    if (this.#over || !this.#closing || this.#shutdownSent || state !== 'ESTABLISHED') return;
    if (flightsize > 0) return;
    if (queue.length > 0) {
      // The last acknowledgement goes out at the end of this turn.
      setImmediate(() => this.#shutDownWhenSent());
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

  #end(end: TransportEnd): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#resendTimer);
    clearTimeout(this.#closeTimer);
    this.#release();
    this.#resolveEnd(end);
  }
}
