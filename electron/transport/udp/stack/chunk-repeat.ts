import type { Association } from './sctp-library.ts';

/** How often what is not answered is sent again, milliseconds: doubled each time, up to the second. */
const pause = { first: 300, most: 1000 };

/** Sends COOKIE ECHO, SHUTDOWN and SHUTDOWN ACK again, which the library sends once or too seldom; one of them at a time. */
export class ChunkRepeat {
  readonly #association: Association;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(association: Association) {
    this.#association = association;
  }

  /** As long as the association stays in a state that waits for the answer. */
  start(state: string, chunk: string, options: () => object): void {
    this.rest();
    const again = (delay: number): void => {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        if (this.#stopped || this.#association.state !== state) return;
        this.#association._sendChunk(chunk, options());
        again(Math.min(delay * 2, pause.most));
      }, delay);
    };
    if (!this.#stopped) again(pause.first);
  }

  /** Nothing is sent again until the next start, and what would be is kept no longer. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** For good. */
  stop(): void {
    this.#stopped = true;
    this.rest();
  }
}
