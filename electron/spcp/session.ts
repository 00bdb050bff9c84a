import type { AppError } from '../../shared/errors.ts';
import { type MessageName, messages, type SessionState } from '../../shared/spcp/message.ts';
import type { Answer } from '../../shared/spcp/reply.ts';
import { status } from '../../shared/spcp/status.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import type { Transport, TransportEnd } from '../transport/transport.ts';
import type { DatagramCounts } from '../transport/udp/guard/drop-counts.ts';
import { type Outcome, type Question, RequestQueue } from './request-queue.ts';
import * as errors from './session-errors.ts';

export interface SessionOptions {
  /** For each reply, milliseconds; 5000 unless told. */
  readonly timeoutMs?: number | undefined;
  /** What `quit` may take in all, milliseconds, before it aborts; 3000 unless told. */
  readonly quitMs?: number;
  /** Ends the session in order when it fires, at any time of its life. */
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock;
}

/** The answer to one request, and milliseconds from its sending to its reply. */
export interface Exchange<T> {
  readonly value: T;
  readonly roundTripMs: number;
}

/**
 * `surely`: of what was asked together it answered all but the first with an error, or with what is no reply. `maybe`: a part of it, and no more in time or
 * before it ended, or nothing, where it never had answered such a group; what was lost on the way looks the same.
 */
export type RefusesTogether = 'surely' | 'maybe';

/** The exchanges of messages with these names, in their order. */
export type Exchanges<N extends readonly MessageName[]> = {
  readonly [K in keyof N]: Exchange<Answer<N[K]>>;
};

/**
 * One SPCP session on one association (draft 2.2, 2.4, 2.5; report 1.1.4 to 1.1.6): strict in what it sends, lenient in what it takes.
 * After a reply that does not come in time, or that is none, the session ends, since every later reply might belong to an earlier
 * request (deployed behaviour 7 and 9).
 */
export class Session {
  /** The only end of the association; never rejects. */
  readonly ended: Promise<TransportEnd>;
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #quitMs: number;
  readonly #queue: RequestQueue;
  #state: SessionState | 'ending' | 'over' = 'authentication';
  #failure: AppError | null = null;
  #quitting: Promise<TransportEnd> | null = null;
  /** What was asked together was answered at least once. */
  #togetherWorks = false;
  #refusesTogether: RefusesTogether | null = null;
  /** Something came. */
  #heard = false;

  constructor(transport: Transport, options: SessionOptions = {}) {
    this.#transport = transport;
    this.#clock = options.clock ?? systemClock;
    this.#quitMs = options.quitMs ?? 3000;
    this.#queue = new RequestQueue(transport, {
      clock: this.#clock,
      timeoutMs: options.timeoutMs ?? 5000,
      onFailure: (error) => this.#fail(error),
    });
    // The listener stays after a failure: without one the transport would keep whatever the peer goes on sending.
    const unsubscribe = transport.onMessage((bytes) => this.#receive(bytes));
    const cancel = () => this.#cancel();
    options.signal?.addEventListener('abort', cancel, { once: true });
    this.ended = transport.ended.then((end) => {
      unsubscribe();
      options.signal?.removeEventListener('abort', cancel);
      this.#over(end);
      return end;
    });
    if (options.signal?.aborted) this.#cancel();
  }

  /** For people, as the transport describes itself. */
  get where(): string {
    return this.#transport.description;
  }

  /** What came in datagrams, and what of it was dropped; null where the transport does not count. */
  get datagrams(): DatagramCounts | null {
    return this.#transport.counts ?? null;
  }

  /** Why the session is over though nobody asked it to quit: `reply-timeout`, `protocol-error`, `association-lost` or `cancelled`; else null. */
  get failure(): AppError | null {
    return this.#failure;
  }

  /**
   * Logs in, USER always first (deployed behaviour 12). Throws `login-refused` (detail.step `user` or `password`; no password is sent
   * for a user that is not known), `invalid-input`, `server-error`, `reply-timeout`, `protocol-error`, `association-lost`, `cancelled`, and what
   * the transport failed by, where it did before anything came.
   */
  async authenticate(credentials: { user: string; password: string }): Promise<void> {
    await this.#login('user', credentials.user);
    await this.#login('pass', credentials.password);
    if (this.#state === 'authentication') this.#state = 'transaction';
  }

  /**
   * Asks one thing in the transaction state, after those asked before. Throws `invalid-input` (nothing was sent), `server-error`
   * (detail.status), `reply-timeout`, `protocol-error`, `association-lost`, `cancelled`, `not-connected`.
   */
  request<N extends MessageName>(name: N, argument?: string): Promise<Exchange<Answer<N>>> {
    return this.#ask([{ name, argument }], ([outcome]) => {
      if (outcome?.ok !== true) throw this.#refused(name, outcome);
      // The queue decodes by the same message table that `Answer` is computed from.
      return { value: outcome.value as Answer<N>, roundTripMs: outcome.roundTripMs };
    });
  }

  /**
   * Asks several things in the transaction state, one after the other or, with `together`, in messages that go out at once (deployed behaviour
   * 17), where message boundaries are kept. Answers in the same order. Throws as `request` does; of several error STATUSes the first.
   */
  requestEach<const N extends readonly MessageName[]>(
    names: N,
    { together }: { readonly together: boolean },
  ): Promise<Exchanges<N>> {
    if (!together || !this.keepsBoundaries) return this.#requestInTurn(names);
    const asked = names.map((name) => ({ name }));
    return this.#ask(asked, (outcomes) => {
      this.#togetherWorks = true;
      // One that takes the first alone may answer the others with an error.
      if (outcomes[0]?.ok === true && outcomes.some(({ ok }) => !ok))
        this.#refusesTogether = 'surely';
      const exchanges = names.map((name, index) => {
        const outcome = outcomes[index];
        if (outcome?.ok !== true) throw this.#refused(name, outcome);
        return outcome;
      });
      return exchanges as unknown as Exchanges<N>;
    });
  }

  /** One message is one reply; over a byte stream nothing is asked together. */
  get keepsBoundaries(): boolean {
    return this.#transport.framing === 'message';
  }

  /** A group of things that were asked together was answered. */
  get answeredTogether(): boolean {
    return this.#togetherWorks;
  }

  /** The peer did not answer all that was asked together; null where nothing says so. */
  get refusesTogether(): RefusesTogether | null {
    return this.#refusesTogether;
  }

  /**
   * Ends in order, once the request in flight is answered: QUIT where logged in, then whichever comes first of an OK reply and the
   * proxy's shutdown (deployed behaviour 10), then our own. Aborts a peer that takes too long. Never rejects.
   */
  quit(): Promise<TransportEnd> {
    this.#quitting ??= this.#quit();
    return this.#quitting;
  }

  async #quit(): Promise<TransportEnd> {
    const cancelAbort = this.#clock.after(this.#quitMs, () => this.#transport.abort());
    this.#queue.rejectWaiting(errors.cancelled(this.where));
    if (this.#state === 'transaction' && this.#failure === null) {
      this.#state = 'ending';
      // An error STATUS, a shutdown without a reply and silence all lead to the same next step.
      await new Promise<void>((resolve) => {
        this.#queue.push([{ name: 'quit' }], { resolve: () => resolve(), reject: () => resolve() });
      });
    }
    const end = await this.#transport.close();
    cancelAbort();
    return end;
  }

  async #login(name: 'user' | 'pass', argument: string): Promise<void> {
    const [outcome] = await this.#ask([{ name, argument }], (outcomes) => outcomes);
    if (outcome?.ok === true) return;
    if (outcome?.status === status.authenticationError) {
      throw errors.loginRefused(this.where, name === 'user' ? 'user' : 'password');
    }
    throw this.#refused(name, outcome);
  }

  async #requestInTurn<const N extends readonly MessageName[]>(names: N): Promise<Exchanges<N>> {
    const exchanges: Exchange<unknown>[] = [];
    for (const name of names) exchanges.push(await this.request(name));
    return exchanges as Exchanges<N>;
  }

  /**
   * What `read` makes of the outcomes, or rejects with what it throws. One promise from asking to answer: each more is a turn between sending and
   * waiting, and between a reply and who waits for it.
   */
  #ask<T>(asked: readonly Question[], read: (outcomes: readonly Outcome[]) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      for (const { name } of asked) this.#check(name);
      const settle = (outcomes: readonly Outcome[]): void => {
        try {
          resolve(read(outcomes));
        } catch (error) {
          reject(error);
        }
      };
      this.#queue.push(asked, { resolve: settle, reject });
    });
  }

  /** Why there is no answer where the outcome is an error STATUS. */
  #refused(name: MessageName, outcome: Outcome | undefined): Error {
    if (outcome?.ok === false) return errors.serverError(this.where, name, outcome.status);
    return new Error(`${name} was answered by nothing`);
  }

  /** Throws where the session cannot ask this. */
  #check(name: MessageName): void {
    if (this.#failure !== null) throw this.#failure;
    if (this.#state === 'ending' || this.#state === 'over') throw errors.sessionOver(this.where);
    if (messages[name].state === this.#state) return;
    throw new Error(`${name} is not legal in the ${this.#state} state`);
  }

  /** To be called before the queue is emptied. */
  #judgeTogether(judged: RefusesTogether): void {
    const { unanswered } = this.#queue;
    if (unanswered === null || unanswered.asked === 1) return;
    if (unanswered.answered > 0) this.#refusesTogether = judged;
    // Of one that says nothing to a group as it had answered before, the way is lost; so it is where not even its machine took the group.
    else if (!this.#togetherWorks && this.#transport.unacknowledged !== true)
      this.#refusesTogether = judged;
  }

  #receive(bytes: Uint8Array): void {
    this.#heard = true;
    if (this.#failure !== null || this.#state === 'over') return;
    // Between the answer to our QUIT and the end nothing that comes matters.
    if (this.#state === 'ending' && this.#queue.idle) return;
    this.#queue.receive(bytes);
  }

  #cancel(): void {
    if (this.#state === 'transaction' && this.#queue.idle) void this.quit();
    else this.#fail(errors.cancelled(this.where));
  }

  #fail(error: AppError): void {
    if (this.#failure !== null || this.#state === 'over') return;
    this.#failure = error;
    // No way turns a reply into one that cannot be read.
    if (error.code !== 'cancelled')
      this.#judgeTogether(error.code === 'protocol-error' ? 'surely' : 'maybe');
    this.#queue.rejectAll(error);
    void this.#transport.close();
  }

  #over(end: TransportEnd): void {
    this.#state = 'over';
    // One that failed before anything came may never have been up (a relay that cannot tell): why it failed says more than that it was lost.
    const neverUp = end.reason === 'failed' && !this.#heard;
    const lost = neverUp ? end.error : errors.associationLost(this.where, end);
    if (this.#quitting === null) this.#failure ??= lost;
    // One that was aborted, or that the network lost, may be gone for any reason; one that ends in order has answered by it (deployed behaviour 9).
    if (this.#quitting === null && end.reason === 'peer-shutdown') this.#judgeTogether('maybe');
    this.#queue.rejectAll(lost);
  }
}
