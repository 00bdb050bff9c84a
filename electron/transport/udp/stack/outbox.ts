import type { Association } from './sctp-library.ts';

/** Bytes kept for a peer that is slow to acknowledge. */
const maxBytes = 4_194_304;

/** Messages on their way into an association, which takes no more than its congestion window has room for (RFC 9260 section 6.1). */
export class Outbox {
  readonly #association: Association;
  readonly #onFailed: (error: unknown) => void;
  readonly #messages: Buffer[] = [];
  #bytes = 0;
  #stopped = false;

  /** `onFailed` is told what the library throws. */
  constructor(association: Association, onFailed: (error: unknown) => void) {
    this.#association = association;
    this.#onFailed = onFailed;
  }

  /** All was handed to the library. */
  get isEmpty(): boolean {
    return this.#messages.length === 0;
  }

  /** Something was not acknowledged yet, or not even sent. */
  get unacknowledged(): boolean {
    return !this.isEmpty || handedOver(this.#association) > 0;
  }

  /** False, and nothing sent, where the peer leaves more unacknowledged than is kept. */
  push(message: Uint8Array): boolean {
    this.#messages.push(Buffer.from(message));
    this.#bytes += message.length;
    if (this.#bytes > maxBytes) return false;
    this.flush();
    return true;
  }

  /** Sends as much as there is room for; the library refuses what is beyond it. */
  flush(): void {
    const association = this.#association;
    while (!this.#stopped) {
      const message = this.#messages[0];
      if (message === undefined || !hasRoom(association, message.length)) return;
      this.#messages.shift();
      this.#bytes -= message.length;
      if (association.quickPath?.queue(message)) continue;
      try {
        association.SEND(message, { stream_id: 0, ppid: 0 }, (error) => {
          if (error) this.#onFailed(error);
        });
      } catch (error) {
        this.#onFailed(error);
      }
    }
  }

  stop(): void {
    this.#stopped = true;
  }
}

/** Within the congestion window, and within what the peer has room for: where that is too little, one message may be under way all the same (A). */
function hasRoom(association: Association, bytes: number): boolean {
  const before = handedOver(association);
  if (before === 0) return true;
  return before < association.cwnd && before + bytes <= association.peer_rwnd;
}

/** Bytes that were handed to the library and not acknowledged yet: those under way and those that go out at the end of this turn. */
function handedOver({ flightsize, queue }: Association): number {
  let waiting = 0;
  for (const chunk of queue) if (chunk.chunkType === 'data') waiting += chunk.size;
  return flightsize + waiting;
}
