import { type Clock, systemClock } from '../../base/clock.ts';
import type { Transport } from '../../transport/transport.ts';

/** Associations that may wait to be accepted (deployed behaviour 13). */
const backlog = 20;

/** Milliseconds after which the deployed server has accepted an association that says nothing. */
const acceptMs = 100;

/**
 * The deployed server's listening socket (deployed behaviour 13): an association waits until its first message or for 100 ms.
 * One that is aborted while it waits freezes the proxy; from then on nobody is accepted, and the 21st that waits is aborted.
 */
export class AcceptQueue {
  readonly #onFreeze: () => void;
  readonly #clock: Clock;
  readonly #waiting = new Map<Transport, () => void>();
  #frozen = false;

  constructor(onFreeze: () => void, clock: Clock = systemClock) {
    this.#onFreeze = onFreeze;
    this.#clock = clock;
  }

  get frozen(): boolean {
    return this.#frozen;
  }

  /** Lets an association wait, or aborts it. Whether it waits. */
  add(transport: Transport): boolean {
    if (this.#waiting.size >= backlog) {
      transport.abort();
      return false;
    }
    this.#waiting.set(
      transport,
      this.#clock.after(acceptMs, () => this.accept(transport)),
    );
    void transport.ended.then(({ reason }) => {
      if (!this.#remove(transport) || reason !== 'peer-abort' || this.#frozen) return;
      this.#frozen = true;
      this.#onFreeze();
    });
    return true;
  }

  /** The association waits no longer, unless the proxy is frozen. */
  accept(transport: Transport): void {
    if (!this.#frozen) this.#remove(transport);
  }

  #remove(transport: Transport): boolean {
    this.#waiting.get(transport)?.();
    return this.#waiting.delete(transport);
  }
}
