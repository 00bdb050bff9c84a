import { assertNever } from '../../../shared/assert.ts';
import { AppError, type ErrorValue, toErrorValue } from '../../../shared/errors.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import type { MetricsReading, SpcpClient } from '../../spcp/client.ts';
import type { Cadence } from '../cadence.ts';
import { healthyAfterMs, retryDelay } from '../policy.ts';
import type { Counters } from '../rates.ts';
import { beginAttempt } from './attempt.ts';
import { watchDrops } from './drop-watch.ts';
import type { LinkParts, OpenedClient } from './parts.ts';
import { Polls } from './polls.ts';
import { off, type Ready, type Standing } from './standing.ts';
import { waitForNextAttempt } from './wait.ts';

export interface KeeperParts extends Omit<LinkParts, 'onSample' | 'onTransformation'> {
  /** As it is now: it may be edited at any time. */
  readonly profileOf: () => Profile;
  readonly cadence: Cadence;
  /** Whether the metrics are to be asked together. */
  readonly together: () => boolean;
  /** The replies to metrics that were asked together were not in order. */
  readonly onOutOfOrder: () => void;
  /** A session was lost. */
  readonly onLost: (client: SpcpClient) => void;
  /** Of the last reading, whatever session it was on; null where there is none of this proxy. */
  readonly lastRead: () => Counters | null;
  /** Of the session that is ready. */
  readonly onReading: (reading: MetricsReading) => void;
  /** The transformation was read on the session that is ready, whoever asked. */
  readonly onTransformation: (client: SpcpClient, value: string | null) => void;
  /** There is no session, and so no reading, from now on. */
  readonly onGap: () => void;
}

/** Failures in a row, and the last of them. */
interface Failures {
  readonly count: number;
  readonly why: ErrorValue | null;
  /** An event says that there is trouble: the attempts that fail after that say nothing new. */
  readonly told: boolean;
}
const noFailures: Failures = { count: 0, why: null, told: false };

/** Keeps one session with a proxy, from the time that it is asked to until it is told to end: one attempt, or one association, at a time. */
export class SessionKeeper {
  readonly #parts: KeeperParts;
  #standing: Standing = off;
  #failures = noFailures;
  #unreachableSince: number | null = null;
  /** Settles when the last attempt, or its association, is over: the next one waits for it (deployed behaviour 13). */
  #gone: Promise<unknown> = Promise.resolve();

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  get state(): ProxyState {
    return this.#standing.shown;
  }

  /** As a snapshot tells it. */
  get unreachableSince(): number | null {
    return this.#unreachableSince;
  }

  /** Where it has one. */
  get ready(): Ready | null {
    return this.#standing.kind === 'ready' ? this.#standing : null;
  }

  /** Tries now, whatever there is, and counts failures anew. */
  startAfresh(): void {
    this.#failures = noFailures;
    this.#start();
  }

  /** Tries now, since the profile leads to another place: of that one no attempt has failed. */
  startElsewhere(): void {
    this.#missNoMore('cancelled');
    this.startAfresh();
  }

  /** Tries now if it waits for its next attempt. */
  probe(): void {
    if (this.#standing.kind === 'waiting') this.#start();
  }

  /** Ends in order; resolves when the association is over. */
  async end(): Promise<void> {
    this.#leave();
    this.#missNoMore('cancelled');
    this.#become(off);
    await this.#gone;
  }

  #start(calledBack = false): void {
    this.#leave();
    const { clock, profileOf } = this.#parts;
    const { count, why } = this.#failures;
    const attempt = beginAttempt(this.#parts, profileOf, this.#gone, {
      onAuthenticating: () => {
        const shown = { kind: 'authenticating', since: clock.wall() } as const;
        this.#become({ kind: 'attempting', shown, attempt, calledBack });
      },
      onOpened: (opened) => this.#opened(opened),
      onFailed: (error) => this.#failed(error, { calledBack }),
    });
    this.#gone = attempt.over;
    const shown = { kind: 'connecting', since: clock.wall(), attempt: count + 1, why } as const;
    this.#become({ kind: 'attempting', shown, attempt, calledBack });
  }

  #opened({ client, connection }: OpenedClient): void {
    const parts = this.#parts;
    const { clock, cadence, returns, profileOf, onReading, onTransformation, onChange, onEvent } =
      parts;
    const profile = profileOf();
    returns?.remember(profile);
    const drops = watchDrops(
      clock,
      () => client.datagrams,
      (detail) => onEvent('datagrams-dropped', detail),
    );
    const polls = new Polls(clock, cadence, client, {
      onReading: (reading) => {
        drops.look();
        onReading(reading);
      },
      lastRead: parts.lastRead,
      onOutOfOrder: parts.onOutOfOrder,
      onMissed: (count) => {
        parts.onMissed(count);
        onChange();
      },
      onFailed: (error) => this.#lost(client, error),
    });
    client.transformations.listen((value) => {
      if (this.ready?.client === client) onTransformation(client, value);
    });
    this.#gone = client.ended;
    void client.ended.then(() => this.#lost(client, client.failure ?? endedElsewhere(profile)));
    const unreachableSince = this.#unreachableSince;
    this.#unreachableSince = null;
    const shown = { kind: 'ready', since: clock.wall(), connection } as const;
    this.#become({ kind: 'ready', shown, client, polls, drops, since: clock.now() });
    const { transport, description } = connection;
    onEvent('connected', { transport, description, unreachableSince });
    polls.schedule();
    void polls.now();
  }

  #lost(client: SpcpClient, error: unknown): void {
    const { ready } = this;
    if (ready?.client !== client) return;
    const { clock, onEvent, onLost } = this.#parts;
    onLost(client);
    if (clock.now() - ready.since >= healthyAfterMs) this.#failures = noFailures;
    this.#release(ready);
    onEvent('disconnected', { code: toErrorValue(error).code });
    this.#failed(error, { lost: true });
  }

  /** `lost`: it was a session, of whose end an event has told. */
  #failed(error: unknown, { calledBack = false, lost = false }): void {
    const { clock, random, profileOf, onEvent } = this.#parts;
    const why = toErrorValue(error);
    const { count, told } = this.#failures;
    const since = clock.wall();
    if (why.code === 'internal')
      process.emitWarning(error instanceof Error ? error : String(error));
    if (why.code === 'vault-locked') {
      // Nothing was tried, so nothing failed: whether the proxy can be reached shows once the vault is unlocked.
      if (lost) this.#unreachableSince = null;
      else this.#missNoMore(why.code);
      this.#become({ kind: 'vault-locked', shown: { kind: 'vault-locked', since } });
      return;
    }
    const delay = retryDelay(count, error, random);
    if (delay === 'stop') {
      this.#failures = { count, why, told: true };
      this.#unreachableSince = null;
      this.#become({ kind: 'needs-attention', shown: { kind: 'needs-attention', why, since } });
      if (why.code === 'login-refused') onEvent('login-refused', why.detail);
      else if (!lost) onEvent('attempt-failed', { code: why.code });
      return;
    }
    if (!lost && !told) onEvent('attempt-failed', { code: why.code });
    this.#failures = { count: count + 1, why, told: true };
    this.#unreachableSince ??= since;
    const awayMs = Math.max(0, since - this.#unreachableSince);
    const options = { delay, awayMs, why, calledBack };
    const stopWaiting = waitForNextAttempt(this.#parts, profileOf(), options, (again) =>
      this.#start(again),
    );
    const until = since + delay;
    const shown = { kind: 'waiting', why, since, until, attempt: count + 1 } as const;
    this.#become({ kind: 'waiting', shown, stopWaiting });
  }

  /** An event told that it is not reached: another tells that nobody tries any more, and why. */
  #missNoMore(code: 'cancelled' | 'vault-locked'): void {
    if (this.#unreachableSince === null) return;
    this.#unreachableSince = null;
    const kind = code === 'cancelled' ? 'disconnected' : 'attempt-failed';
    this.#parts.onEvent(kind, { code });
  }

  /** Ends what it owns where it stands: an attempt, a session, a wait. */
  #leave(): void {
    const standing = this.#standing;
    switch (standing.kind) {
      case 'off':
      case 'vault-locked':
      case 'needs-attention':
        break;
      case 'attempting':
        standing.attempt.cancel();
        break;
      case 'waiting':
        standing.stopWaiting();
        break;
      case 'ready':
        this.#release(standing);
        this.#parts.onEvent('disconnected', { code: 'cancelled' });
        break;
      default:
        assertNever(standing);
    }
  }

  /** Ends the session in order, in bounded time. */
  #release({ client, polls, drops }: Ready): void {
    polls.stop();
    drops.end();
    this.#gone = client.quit();
    this.#parts.onGap();
  }

  #become(standing: Standing): void {
    const before = this.#standing.shown;
    this.#standing = standing;
    this.#parts.onChange();
    if (before.kind !== standing.shown.kind) this.#parts.onTransition(before, standing.shown);
  }
}

/** A task that was given the session ended it. */
function endedElsewhere({ name }: Profile): AppError {
  return new AppError('not-connected', { case: 'ended', name });
}
