import type { AppError } from '../../shared/errors.ts';
import { CodecError } from '../../shared/spcp/codec-error.ts';
import { type MessageName, messages } from '../../shared/spcp/message.ts';
import { decodeAnswer, type Reply } from '../../shared/spcp/reply.ts';
import { encodeRequest } from '../../shared/spcp/request.ts';
import { type StatusCode, status } from '../../shared/spcp/status.ts';
import type { Clock } from '../base/clock.ts';
import type { Transport } from '../transport/transport.ts';
import { EchoWatch } from './echo-watch.ts';
import { createReplyReader, type ReplyReader } from './reply-reader.ts';
import {
  invalidArgument,
  type ProtocolRule,
  protocolError,
  replyTimeout,
} from './session-errors.ts';

/** On a stream, how long stray bytes of a reply may take to arrive before the next request goes out. */
const settleMs = 20;

/** On a stream, how long the rest of a reply may take, milliseconds, before a lone STATUS counts as all of it. */
const restMs = 500;

/** How the proxy answered: the meaning of an OK reply and milliseconds from sending to reply, or an error STATUS. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown; readonly roundTripMs: number }
  | { readonly ok: false; readonly status: StatusCode };

interface Pending {
  readonly name: MessageName;
  readonly bytes: Uint8Array;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: AppError) => void;
}

export interface RequestQueueParts {
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** No reply came in time, or something that is none: nothing that comes later can be trusted. */
  readonly onFailure: (error: AppError) => void;
}

/** Requests one at a time, each as one message, each answered in bounded time; the next waits for the reply before (deployed behaviour 7). */
export class RequestQueue {
  readonly #transport: Transport;
  readonly #parts: RequestQueueParts;
  readonly #reader: ReplyReader;
  /** While the login goes on. */
  #echo: EchoWatch | null = new EchoWatch();
  readonly #waiting: Pending[] = [];
  #inFlight: { readonly pending: Pending; readonly sentAt: number } | null = null;
  /** Fires at the time that the reply is due, or earlier where it was set for one that came: a timer for each request would cost a tenth of it. */
  #cancelWatch: (() => void) | null = null;
  /** Stray bytes of the last reply may still be under way. */
  #settling = false;
  #cancelSettling: () => void = () => {};
  #cancelRest: () => void = () => {};

  constructor(transport: Transport, parts: RequestQueueParts) {
    this.#transport = transport;
    this.#parts = parts;
    this.#reader = createReplyReader(transport.framing);
  }

  get idle(): boolean {
    return this.#inFlight === null && this.#waiting.length === 0;
  }

  /** Sends it when those before are answered. Rejects with `invalid-input`, nothing sent, or with what `reject` is given. */
  push(name: MessageName, argument?: string): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const bytes = encode(name, argument);
      this.#waiting.push({ name, bytes, resolve, reject });
      this.#next();
    });
  }

  /** Takes what the transport delivers. */
  receive(bytes: Uint8Array): void {
    if (this.#echo?.hears(bytes)) {
      this.#violated(this.#inFlight?.pending.name ?? 'pass', bytes, 'echo');
      return;
    }
    if (this.#inFlight === null) {
      this.#receiveUnasked(bytes);
      return;
    }
    const { pending } = this.#inFlight;
    // What it takes to read the reply is not the peer's time.
    const arrivedAt = this.#parts.clock.now();
    try {
      const reply = this.#reader.read(pending.name, bytes);
      if (reply === undefined) this.#awaitRest(arrivedAt);
      else this.#answer(reply, arrivedAt);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      this.#violated(pending.name, bytes, error.code, error);
    }
  }

  /** Rejects those that were not sent yet. */
  rejectWaiting(error: AppError): void {
    for (const pending of this.#waiting.splice(0)) pending.reject(error);
  }

  /** Rejects all, and stops the timer. */
  rejectAll(error: AppError): void {
    this.#cancelWatch?.();
    this.#cancelWatch = null;
    this.#cancelSettling();
    this.#cancelRest();
    this.#settling = false;
    this.#inFlight?.pending.reject(error);
    this.#inFlight = null;
    this.rejectWaiting(error);
  }

  #next(): void {
    if (this.#inFlight !== null || this.#settling) return;
    const pending = this.#waiting.shift();
    if (pending === undefined) return;
    const { clock, timeoutMs } = this.#parts;
    this.#inFlight = { pending, sentAt: clock.now() };
    if (messages[pending.name].state === 'authentication') this.#echo?.sent(pending.bytes);
    else this.#echo = null;
    this.#cancelWatch ??= clock.after(timeoutMs, () => this.#watch());
    this.#transport.send(pending.bytes);
  }

  #watch(): void {
    this.#cancelWatch = null;
    if (this.#inFlight === null) return;
    const { clock, timeoutMs, onFailure } = this.#parts;
    const { pending, sentAt } = this.#inFlight;
    const left = sentAt + timeoutMs - clock.now();
    if (left > 0) this.#cancelWatch = clock.after(left, () => this.#watch());
    else onFailure(replyTimeout(this.#transport, pending.name, timeoutMs));
  }

  #receiveUnasked(bytes: Uint8Array): void {
    if (!this.#reader.leftOver(bytes)) {
      this.#violated(null, bytes, 'unsolicited');
    } else if (this.#settling && this.#reader.settled) {
      this.#cancelSettling();
      this.#settled();
    }
  }

  /** Takes the reply to the request in flight. Throws `CodecError`, and the request stays in flight. */
  #answer(reply: Reply, arrivedAt: number): void {
    if (this.#inFlight === null) return;
    const { pending, sentAt } = this.#inFlight;
    const roundTripMs = arrivedAt - sentAt;
    pending.resolve(
      reply.status === status.ok
        ? { ok: true, value: decodeAnswer(pending.name, reply), roundTripMs }
        : { ok: false, status: reply.status },
    );
    this.#cancelRest();
    this.#inFlight = null;
    this.#settle();
  }

  #awaitRest(arrivedAt: number): void {
    this.#cancelRest();
    this.#cancelRest = this.#parts.clock.after(restMs, () => {
      const reply = this.#inFlight && this.#reader.withoutData(this.#inFlight.pending.name);
      if (reply) this.#answer(reply, arrivedAt);
    });
  }

  #settle(): void {
    if (this.#reader.settled) {
      this.#next();
      return;
    }
    this.#settling = true;
    this.#cancelSettling = this.#parts.clock.after(settleMs, () => this.#settled());
  }

  #settled(): void {
    this.#settling = false;
    this.#next();
  }

  #violated(
    name: MessageName | null,
    bytes: Uint8Array,
    rule: ProtocolRule,
    cause?: unknown,
  ): void {
    this.#parts.onFailure(protocolError(this.#transport.description, name, bytes, rule, cause));
  }
}

function encode(name: MessageName, argument: string | undefined): Uint8Array {
  try {
    return encodeRequest(name, argument);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    throw invalidArgument(name, error.code, error);
  }
}
