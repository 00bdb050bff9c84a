import type { ChunkRepeat } from './chunk-repeat.ts';
import type { Outbox } from './outbox.ts';
import type { Association } from './sctp-library.ts';

/** How long an orderly end may take, milliseconds. */
export const closeMs = 3000;

export interface ShutdownParts {
  readonly association: Association;
  readonly outbox: Outbox;
  readonly repeat: ChunkRepeat;
  /** The peer did not answer the end that was asked for here. */
  readonly onUnanswered: () => void;
  /** The peer asked for the end, and never said that it knows of our answer. */
  readonly onUnconfirmed: () => void;
}

/** The orderly end of an association (RFC 9260 section 9.2): what the library leaves out of it, on either side. */
export class Shutdown {
  readonly #parts: ShutdownParts;
  #asked = false;
  #sent = false;
  #stopped = false;
  #turn: NodeJS.Immediate | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: ShutdownParts) {
    this.#parts = parts;
  }

  /** The end was asked for here. */
  get asked(): boolean {
    return this.#asked;
  }

  /** Asks for the end, once all that was sent is acknowledged. */
  ask(): void {
    this.#asked = true;
    this.#timer = setTimeout(this.#parts.onUnanswered, closeMs);
    this.proceed();
  }

  /**
   * SHUTDOWN may go out only after everything sent was acknowledged, and not within the turn that asks for it: a packet that is being
   * delivered is not counted as received yet, and its acknowledgement goes out at the end of the turn.
   */
  proceed(): void {
    if (this.#stopped || !this.#asked) return;
    this.#turn ??= setImmediate(() => {
      this.#turn = undefined;
      this.#sendIfAllIsSent();
    });
  }

  /** SHUTDOWN ACK once nothing is outstanding, also where both ends shut down at once. `asked`: by the peer, just now. */
  answer(asked: boolean): void {
    const { association, repeat, onUnconfirmed } = this.#parts;
    if (this.#stopped) return;
    if (association.state === 'SHUTDOWN-RECEIVED' && association.flightsize === 0) {
      association._sendChunk('shutdown_ack', {});
      association.state = 'SHUTDOWN-ACK-SENT';
    }
    // Still in this state, both ends shut down at once; the library has answered and forgets to move on.
    if (asked && association.state === 'SHUTDOWN-SENT') association.state = 'SHUTDOWN-ACK-SENT';
    if (association.state !== 'SHUTDOWN-ACK-SENT') return;
    association._stopT2();
    this.#timer ??= setTimeout(onUnconfirmed, closeMs);
    repeat.start('SHUTDOWN-ACK-SENT', 'shutdown_ack', () => ({}));
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #sendIfAllIsSent(): void {
    const { association, outbox, repeat } = this.#parts;
    const { state, queue, flightsize } = association;
    if (this.#stopped || this.#sent || state !== 'ESTABLISHED') return;
    if (flightsize > 0 || !outbox.isEmpty) return;
    if (queue.length > 0 || association.waitsForTurnEnd) {
      this.proceed();
      return;
    }
    this.#sent = true;
    association.SHUTDOWN(() => {
      repeat.start('SHUTDOWN-SENT', 'shutdown', () => ({
        c_tsn_ack: association.reassembly.peer_c_tsn?.number,
      }));
    });
  }
}
