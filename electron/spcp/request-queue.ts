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

/** What is asked. */
export interface Question {
  readonly name: MessageName;
  readonly argument?: string | undefined;
}

interface Asked {
  readonly name: MessageName;
  readonly bytes: Uint8Array;
}

/** What is told of requests that go out together: one of the two, once. */
export interface Settle {
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: AppError) => void;
}

/** Requests that go out together, and what came to those that are answered, in their order. */
interface Group extends Settle {
  readonly asked: readonly Asked[];
  readonly outcomes: Outcome[];
}

/** How many of a group were answered when it failed. */
export interface Unanswered {
  readonly asked: number;
  readonly answered: number;
}

export interface RequestQueueParts {
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** No reply came in time, or something that is none: nothing that comes later can be trusted. */
  readonly onFailure: (error: AppError) => void;
}

/**
 * Requests, each as one message, each answered in bounded time: one at a time, or a group of reads at once, whose replies come in their order
 * (deployed behaviour 17). What is asked next waits for the replies before (deployed behaviour 7).
 */
export class RequestQueue {
  readonly #transport: Transport;
  readonly #parts: RequestQueueParts;
  readonly #reader: ReplyReader;
  /** While the login goes on. */
  #echo: EchoWatch | null = new EchoWatch();
  readonly #waiting: Group[] = [];
  #inFlight: { readonly group: Group; readonly sentAt: number } | null = null;
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

  /**
   * Sends all of them at once when those before are answered; more than one only of reads, and where message boundaries are kept. Throws
   * `invalid-input`, and nothing is sent. `resolve` is given the outcomes, in their order, or `reject` why there are none: no promise is made here, since a
   * poll needs one in all.
   */
  push(asked: readonly Question[], { resolve, reject }: Settle): void {
    const group = { asked: asked.map(encode), outcomes: [], resolve, reject };
    this.#waiting.push(group);
    this.#next();
  }

  /** Of the group under way; null where there is none. */
  get unanswered(): Unanswered | null {
    if (this.#inFlight === null) return null;
    const { asked, outcomes } = this.#inFlight.group;
    return { asked: asked.length, answered: outcomes.length };
  }

  /** Takes what the transport delivers. */
  receive(bytes: Uint8Array): void {
    if (this.#echo?.hears(bytes)) {
      this.#violated(this.#due ?? 'pass', bytes, 'echo');
      return;
    }
    const due = this.#due;
    if (due === null) {
      this.#receiveUnasked(bytes);
      return;
    }
    // What it takes to read the reply is not the peer's time.
    const arrivedAt = this.#parts.clock.now();
    try {
      const reply = this.#reader.read(due, bytes);
      if (reply === undefined) this.#awaitRest(arrivedAt);
      else this.#answer(reply, arrivedAt);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      this.#violated(due, bytes, error.code, error);
    }
  }

  /** Rejects those that were not sent yet. */
  rejectWaiting(error: AppError): void {
    for (const group of this.#waiting.splice(0)) group.reject(error);
  }

  /** Rejects all, and stops the timer. */
  rejectAll(error: AppError): void {
    this.#cancelWatch?.();
    this.#cancelWatch = null;
    this.#cancelSettling();
    this.#cancelRest();
    this.#settling = false;
    this.#inFlight?.group.reject(error);
    this.#inFlight = null;
    this.rejectWaiting(error);
  }

  /** Whose reply comes next; null where nothing was asked. */
  get #due(): MessageName | null {
    if (this.#inFlight === null) return null;
    const { asked, outcomes } = this.#inFlight.group;
    return asked[outcomes.length]?.name ?? null;
  }

  #next(): void {
    if (this.#inFlight !== null || this.#settling) return;
    const group = this.#waiting.shift();
    if (group === undefined) return;
    const { clock, timeoutMs } = this.#parts;
    this.#inFlight = { group, sentAt: clock.now() };
    this.#cancelWatch ??= clock.after(timeoutMs, () => this.#watch());
    const last = group.asked.at(-1);
    for (const asked of group.asked) {
      if (messages[asked.name].state === 'authentication') this.#echo?.sent(asked.bytes);
      else this.#echo = null;
      this.#transport.send(asked.bytes, asked !== last);
    }
  }

  #watch(): void {
    this.#cancelWatch = null;
    const due = this.#due;
    if (this.#inFlight === null || due === null) return;
    const { clock, timeoutMs, onFailure } = this.#parts;
    const left = this.#inFlight.sentAt + timeoutMs - clock.now();
    if (left > 0) this.#cancelWatch = clock.after(left, () => this.#watch());
    else onFailure(replyTimeout(this.#transport, due, timeoutMs));
  }

  #receiveUnasked(bytes: Uint8Array): void {
    if (!this.#reader.leftOver(bytes)) {
      this.#violated(null, bytes, 'unsolicited');
    } else if (this.#settling && this.#reader.settled) {
      this.#cancelSettling();
      this.#settled();
    }
  }

  /** Takes the next reply that is due. Throws `CodecError`, and it stays due. */
  #answer(reply: Reply, arrivedAt: number): void {
    const due = this.#due;
    if (this.#inFlight === null || due === null) return;
    const { group, sentAt } = this.#inFlight;
    const roundTripMs = arrivedAt - sentAt;
    group.outcomes.push(
      reply.status === status.ok
        ? { ok: true, value: decodeAnswer(due, reply), roundTripMs }
        : { ok: false, status: reply.status },
    );
    this.#cancelRest();
    if (group.outcomes.length < group.asked.length) return;
    this.#inFlight = null;
    group.resolve(group.outcomes);
    this.#settle();
  }

  #awaitRest(arrivedAt: number): void {
    this.#cancelRest();
    this.#cancelRest = this.#parts.clock.after(restMs, () => {
      const due = this.#due;
      const reply = due === null ? undefined : this.#reader.withoutData(due);
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

/** Of the requests without an argument, which are the same each time; nobody changes what was sent. */
const encoded = new Map<MessageName, Asked>();

function encode({ name, argument }: Question): Asked {
  const known = argument === undefined ? encoded.get(name) : undefined;
  if (known !== undefined) return known;
  try {
    const asked = { name, bytes: encodeRequest(name, argument) };
    if (argument === undefined) encoded.set(name, asked);
    return asked;
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    throw invalidArgument(name, error.code, error);
  }
}
