import { AppError } from '../../../../shared/errors.ts';
import { Inbox } from '../../inbox.ts';
import type { Transport, TransportEnd } from '../../transport.ts';
import { ChunkRepeat } from './chunk-repeat.ts';
import { Outbox } from './outbox.ts';
import { QuickPath } from './quick-path.ts';
import { type Association, inboundStreams, silent } from './sctp-library.ts';
import { closeMs, Shutdown } from './shutdown.ts';

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
  readonly #inbox = new Inbox({ messages: maxWaiting }, () =>
    this.fail(new AppError('association-lost', { case: 'flood', where: this.description })),
  );
  readonly #outbox: Outbox;
  readonly #repeat: ChunkRepeat;
  readonly #shutdown: Shutdown;
  #over = false;
  #aborted = false;

  /** `transmit` sends a packet to the peer, and `release` frees what carries the association; it is called once, at the end. */
  constructor(
    association: Association,
    description: string,
    { transmit, release }: { transmit: (packet: Buffer) => void; release: () => void },
  ) {
    this.#association = association;
    this.#release = release;
    this.description = description;
    const { promise, resolve } = Promise.withResolvers<TransportEnd>();
    this.ended = promise;
    this.#resolveEnd = resolve;
    association.quickPath = new QuickPath(association, {
      transmit,
      onMessage: (message) => {
        if (!this.#over) this.#inbox.put(message);
      },
      onAcknowledged: () => {
        this.#outbox.flush();
        this.#shutdown.proceed();
      },
    });
    this.#outbox = new Outbox(association, (error) => this.failInside(error));
    this.#repeat = new ChunkRepeat(association);
    this.#shutdown = new Shutdown({
      association,
      outbox: this.#outbox,
      repeat: this.#repeat,
      onUnanswered: () => this.abort(),
      onUnconfirmed: () => this.#end({ reason: this.closing ? 'closed' : 'peer-shutdown' }),
    });
    this.established = new Promise((up) => {
      association.once('COMMUNICATION UP', () => {
        this.#repeat.rest();
        up();
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
    return this.#outbox.unacknowledged;
  }

  /** The end was asked for and is under way. */
  get closing(): boolean {
    return this.#shutdown.asked;
  }

  send(message: Uint8Array): void {
    if (this.#over || this.closing || this.#outbox.push(message)) return;
    this.fail(new AppError('association-lost', { case: 'stuck', where: this.description }));
  }

  onMessage(listener: (message: Uint8Array) => void): () => void {
    return this.#inbox.listen(listener);
  }

  close(): Promise<TransportEnd> {
    if (!this.#over && !this.closing) this.#shutdown.ask();
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
    const patience = setTimeout(() => this.abort(), closeMs);
    void this.ended.then(() => clearTimeout(patience));
    void this.established.then(() => {
      clearTimeout(patience);
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
        { case: 'stack', where: this.description },
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
    association.on('shutdown', () => this.#shutdown.answer(true));
    association.on('sack', () => {
      this.#shutdown.answer(false);
      this.#outbox.flush();
      this.#shutdown.proceed();
    });
    // The first one only: the cookie of another, to an INIT that was sent twice, belongs to another tag.
    association.once('init_ack', (chunk: { state_cookie: Buffer }) =>
      this.#repeat.start('COOKIE-ECHOED', 'cookie_echo', () => ({ cookie: chunk.state_cookie })),
    );
    association.on('COMMUNICATION LOST', (cause?: string) => {
      if (cause === 'abort') this.#end({ reason: this.closing ? 'closed' : 'peer-abort' });
    });
    association.once('SHUTDOWN COMPLETE', () =>
      this.#end({ reason: this.closing ? 'closed' : 'peer-shutdown' }),
    );
    association.on('aborted', () => {
      if (this.#aborted) return;
      this.#end({
        reason: 'failed',
        error: new AppError('association-lost', { case: 'violation', where: this.description }),
      });
    });
    association.on('library-failure', (error: unknown) => this.failInside(error));
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
    this.#outbox.stop();
    this.#repeat.stop();
    this.#shutdown.stop();
    this.#release();
    this.#resolveEnd(end);
  }
}
