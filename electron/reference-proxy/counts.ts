/** What a relay counted since its proxy started; the three metrics of report 1.1.5 are the first three. */
export interface Counts {
  /** POP3 connections open now. */
  readonly connections: bigint;
  /** Octets received from and handed to POP3 clients; not those between relay and origin. */
  readonly transferredBytes: bigint;
  /** POP3 connections accepted. */
  readonly accesses: bigint;
  /** Mails handed out through a transformation. */
  readonly transformedMails: bigint;
  /** Mails handed out as they were, because their transformation failed or they were too large for it. */
  readonly failedTransformations: bigint;
  /** Octets of relay buffers that connections hold now. */
  readonly bufferBytes: bigint;
}

/** How often the deployed server counts a connection out. */
const countedOut: Readonly<Record<SessionEnd, bigint>> = { finished: 0n, refused: 2n, cut: 1n };

/** How a POP3 connection was over: by the client's wish, without an origin to serve it, or in the middle. */
export type SessionEnd = 'finished' | 'refused' | 'cut';

/** What was moved: octets of the origin or the client, or such that the relay put in their place. */
export type Moved = 'passed' | 'replaced';

/** The counts of one relay, and what changes them: right, or as the deployed server gets them wrong (deployed behaviour 14 and 19). */
export class Counters {
  readonly #deployed: boolean;
  #connections = 0n;
  #transferredBytes = 0n;
  #accesses = 0n;
  #transformedMails = 0n;
  #failedTransformations = 0n;
  #bufferBytes = 0n;

  constructor({ deployed = false } = {}) {
    this.#deployed = deployed;
  }

  opened(): void {
    this.#connections += 1n;
    this.#accesses += 1n;
  }

  closed(end: SessionEnd): void {
    this.#connections -= this.#deployed ? countedOut[end] : 1n;
  }

  moved(octets: number, what: Moved): void {
    if (this.#deployed && what === 'replaced') return;
    this.#transferredBytes += BigInt(octets);
  }

  transformed(succeeded: boolean): void {
    if (succeeded) this.#transformedMails += 1n;
    else this.#failedTransformations += 1n;
  }

  allocated(octets: number): void {
    this.#bufferBytes += BigInt(octets);
  }

  released(octets: number): void {
    this.#bufferBytes -= BigInt(octets);
  }

  read(): Counts {
    return {
      connections: this.#connections,
      transferredBytes: this.#transferredBytes,
      accesses: this.#accesses,
      transformedMails: this.#transformedMails,
      failedTransformations: this.#failedTransformations,
      bufferBytes: this.#bufferBytes,
    };
  }
}
