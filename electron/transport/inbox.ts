/** What may be kept for a listener that is not there yet; either bound alone suffices. */
export interface InboxBounds {
  readonly messages?: number;
  readonly bytes?: number;
}

type Listener = (message: Uint8Array) => void;

/** The way of messages to their one listener. Those that come before it are kept, within bounds: nobody was asked for them. */
export class Inbox {
  readonly #bounds: Required<InboxBounds>;
  readonly #onOverflow: () => void;
  #listener: Listener | null = null;
  #kept: Uint8Array[] = [];
  #keptBytes = 0;

  /** `onOverflow` is called where more came than is kept, after all of it was dropped; it is to end what goes on sending. */
  constructor({ messages = Infinity, bytes = Infinity }: InboxBounds, onOverflow: () => void) {
    this.#bounds = { messages, bytes };
    this.#onOverflow = onOverflow;
  }

  /** Somebody listens now. */
  get isHeard(): boolean {
    return this.#listener !== null;
  }

  put(message: Uint8Array): void {
    if (this.#listener !== null) {
      this.#listener(message);
      return;
    }
    this.#kept.push(message);
    this.#keptBytes += message.length;
    if (this.#kept.length <= this.#bounds.messages && this.#keptBytes <= this.#bounds.bytes) return;
    this.#take();
    this.#onOverflow();
  }

  /** Takes the place of the listener before. What was kept is delivered to it first. Returns unsubscribing. */
  listen(listener: Listener): () => void {
    this.#listener = listener;
    for (const message of this.#take()) listener(message);
    return () => {
      if (this.#listener === listener) this.#listener = null;
    };
  }

  #take(): readonly Uint8Array[] {
    const kept = this.#kept;
    this.#kept = [];
    this.#keptBytes = 0;
    return kept;
  }
}
