import { AppError, type ErrorValue, toErrorValue } from '../../shared/errors.ts';
import type { Diagnostics } from '../../shared/model/diagnostics.ts';
import type { ProxySnapshot } from '../../shared/model/fleet-frame.ts';
import { samePlace } from '../../shared/model/place.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import type { MetricsReading, SpcpClient } from '../spcp/client.ts';
import { Cadence } from './cadence.ts';
import type { FrameSource } from './frames.ts';
import type { LinkParts, OpenedClient } from './link-parts.ts';
import { Meter } from './meter.ts';
import { openProxy } from './open-proxy.ts';
import type { PointRing } from './point-ring.ts';
import { healthyAfterMs, retryDelay, returnAfter } from './policy.ts';

/**
 * One proxy: at most one association at a time (deployed behaviour 13), which polls and tasks share, its state, and one timer,
 * for the next poll or the next attempt.
 */
export class Link implements FrameSource {
  readonly #parts: LinkParts;
  readonly #meter: Meter;
  readonly #cadence: Cadence;
  #profile: Profile;
  #visible: boolean;
  #state: ProxyState = { kind: 'off' };
  #version = 0;
  /** Failures in a row. */
  #failures = 0;
  /** The last of them. */
  #why: ErrorValue | null = null;
  /** The attempt under way was begun because the proxy answered again. */
  #calledBack = false;
  #client: SpcpClient | null = null;
  #polling = false;
  #readySince = 0;
  /** The attempt under way. */
  #attempt: AbortController | null = null;
  /** Settles when the last attempt, or its association, is over. */
  #gone: Promise<unknown> = Promise.resolve();
  #cancelTimer: () => void = () => {};

  /** `index` is the proxy's number in the fleet, for the phase of its polls. */
  constructor(parts: LinkParts, profile: Profile, index: number, visible: boolean) {
    this.#parts = parts;
    this.#profile = profile;
    this.#visible = visible;
    this.#meter = new Meter(parts.clock, profile.pollSeconds);
    this.#cadence = new Cadence(index, profile.pollSeconds, visible);
  }

  get id(): string {
    return this.#profile.id;
  }

  get name(): string {
    return this.#profile.name;
  }

  get state(): ProxyState {
    return this.#state;
  }

  get version(): number {
    return this.#version;
  }

  get points(): PointRing {
    return this.#meter.points;
  }

  /** Polls skipped because the one before was still under way. */
  get missedPolls(): number {
    return this.#cadence.missed;
  }

  /** Of the association of now. */
  diagnostics(): Diagnostics {
    return { datagrams: this.#client?.datagrams ?? null };
  }

  snapshot(): ProxySnapshot {
    const { metrics, rates, restarts } = this.#meter;
    return {
      id: this.id,
      state: this.#state,
      metrics,
      rates,
      restarts,
      missedPolls: this.missedPolls,
    };
  }

  /** Tries now, unless it is connected or under way. */
  connect(): void {
    const { kind } = this.#state;
    if (kind === 'off' || kind === 'waiting' || kind === 'needs-attention') this.#startAfresh();
  }

  /** What was wrong may be right now: tries again, also where an attempt is under way with what was known before. */
  reset(): void {
    const { kind } = this.#state;
    if (kind !== 'off' && kind !== 'ready') this.#startAfresh();
  }

  /** Tries now if it waits for its next attempt. */
  probe(): void {
    if (this.#state.kind === 'waiting') this.#start();
  }

  /** After a sleep: what waits is tried, and what seems connected has to prove it. */
  resume(): void {
    this.probe();
    if (this.#client !== null) void this.#poll(this.#client);
  }

  setVisible(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    this.#changeCadence();
  }

  /** Takes an edited profile; reconnects where it leads elsewhere. */
  setProfile(profile: Profile): void {
    const before = this.#profile;
    this.#profile = profile;
    if (before.pollSeconds !== profile.pollSeconds) {
      this.#meter.setCadence(profile.pollSeconds);
      this.#changeCadence();
    }
    if (this.#state.kind !== 'off' && !samePlace(before, profile)) this.#startAfresh();
  }

  /** Ends in order; resolves when the association is over. */
  async disconnect(): Promise<void> {
    this.#drop();
    this.#setState({ kind: 'off' });
    await this.#gone;
  }

  /** Runs a task on the session that is ready; throws `not-connected` where there is none. */
  async use<T>(task: (client: SpcpClient) => Promise<T>): Promise<T> {
    if (this.#client === null) {
      throw new AppError(
        'not-connected',
        `${this.name} is not connected (${this.#state.kind}). Connect it, then try again.`,
        { detail: { name: this.name, state: this.#state.kind } },
      );
    }
    return task(this.#client);
  }

  #startAfresh(): void {
    this.#failures = 0;
    this.#start();
  }

  #start(): void {
    this.#drop();
    const attempt = new AbortController();
    const before = this.#gone;
    this.#attempt = attempt;
    this.#setState({
      kind: 'connecting',
      since: this.#parts.clock.wall(),
      attempt: this.#failures + 1,
      why: this.#failures === 0 ? null : this.#why,
    });
    this.#gone = this.#tryOnce(attempt, before);
  }

  async #tryOnce(attempt: AbortController, before: Promise<unknown>): Promise<void> {
    try {
      await before;
      const opened = await openProxy(this.#parts, this.#profile, {
        signal: attempt.signal,
        onAuthenticating: () => {
          if (this.#attempt !== attempt) return;
          this.#setState({ kind: 'authenticating', since: this.#parts.clock.wall() });
        },
      });
      if (attempt.signal.aborted) await opened.client.quit();
      else this.#becomeReady(opened);
    } catch (error) {
      if (!attempt.signal.aborted) this.#failed(error);
    }
  }

  #becomeReady({ client, connection }: OpenedClient): void {
    const { clock, onEvent } = this.#parts;
    this.#attempt = null;
    this.#calledBack = false;
    this.#parts.returns?.remember(this.#profile);
    this.#client = client;
    this.#readySince = clock.now();
    this.#gone = client.ended;
    void client.ended.then(() => this.#lost(client, client.failure ?? endedElsewhere(this.name)));
    this.#setState({ kind: 'ready', since: clock.wall(), connection });
    onEvent('connected', {
      transport: connection.transport,
      description: connection.description,
    });
    this.#schedulePolls();
    void this.#poll(client);
  }

  #changeCadence(): void {
    this.#cadence.setInterval(this.#profile.pollSeconds, this.#visible);
    if (this.#client !== null) this.#schedulePolls();
  }

  #schedulePolls(): void {
    this.#schedule(this.#cadence.start(this.#parts.clock.now()), () => this.#tick());
  }

  #tick(): void {
    const client = this.#client;
    if (client === null) return;
    const before = this.#cadence.missed;
    const delay = this.#cadence.tick(this.#parts.clock.now(), this.#polling);
    if (this.#cadence.missed !== before) this.#changed();
    this.#schedule(delay, () => this.#tick());
    void this.#poll(client);
  }

  async #poll(client: SpcpClient): Promise<void> {
    if (this.#polling) return;
    this.#polling = true;
    const reading = await client.readMetrics().catch((error: unknown) => {
      this.#lost(client, error);
      return null;
    });
    this.#polling = false;
    if (reading !== null && this.#client === client) this.#record(reading);
  }

  #record(reading: MetricsReading): void {
    const sample = this.#meter.record(this.id, reading);
    this.#changed();
    this.#parts.onSample(sample);
    if (sample.restart) this.#parts.onEvent('restarted', { restarts: this.#meter.restarts });
  }

  #lost(client: SpcpClient, error: unknown): void {
    if (this.#client !== client) return;
    const { clock, onEvent } = this.#parts;
    if (clock.now() - this.#readySince >= healthyAfterMs) this.#failures = 0;
    this.#release(client);
    onEvent('disconnected', { code: toErrorValue(error).code });
    this.#failed(error);
  }

  #failed(error: unknown): void {
    const { clock, random, onEvent } = this.#parts;
    this.#attempt = null;
    const why = toErrorValue(error);
    this.#why = why;
    const since = clock.wall();
    if (why.code === 'internal')
      process.emitWarning(error instanceof Error ? error : String(error));
    const delay = retryDelay(this.#failures, error, random);
    if (delay === 'stop') {
      this.#setState({ kind: 'needs-attention', why, since });
      if (why.code === 'login-refused') onEvent('login-refused', { ...why.detail });
      return;
    }
    this.#failures++;
    this.#setState({ kind: 'waiting', why, since, until: since + delay, attempt: this.#failures });
    this.#schedule(delay, () => this.#start());
    this.#watchForReturn(why);
  }

  /** Ends the wait early when the proxy can be reached again. */
  #watchForReturn(why: ErrorValue): void {
    const sought = returnAfter(why);
    // Where the proxy answered a moment ago and could not be connected all the same, only another silence counts.
    const wasSilent = sought === 'silent' && !this.#calledBack;
    this.#calledBack = false;
    const { returns } = this.#parts;
    if (returns === undefined || sought === null) return;
    const watch = new AbortController();
    const cancelTimer = this.#cancelTimer;
    this.#cancelTimer = () => {
      cancelTimer();
      watch.abort();
    };
    void returns.back(this.#profile, { signal: watch.signal, wasSilent }).then(
      () => {
        if (watch.signal.aborted) return;
        this.#start();
        this.#calledBack = true;
      },
      // Cancelled, or nothing to ask: the wait goes on as it was.
      () => {},
    );
  }

  /** Leaves whatever there is: a timer, an attempt, a session. */
  #drop(): void {
    this.#cancelTimer();
    this.#attempt?.abort(new AppError('cancelled', `Connecting ${this.name} was cancelled.`));
    this.#attempt = null;
    if (this.#client === null) return;
    this.#release(this.#client);
    this.#parts.onEvent('disconnected', { code: 'cancelled' });
  }

  /** Ends the session in order, in bounded time, and marks the gap that follows. */
  #release(client: SpcpClient): void {
    this.#cancelTimer();
    this.#client = null;
    this.#gone = client.quit();
    this.#meter.gap();
  }

  #schedule(delay: number, task: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#parts.clock.after(delay, task);
  }

  #setState(state: ProxyState): void {
    this.#state = state;
    this.#changed();
  }

  #changed(): void {
    this.#version++;
    this.#parts.onChange();
  }
}

/** A task that was given the session ended it. */
function endedElsewhere(name: string): AppError {
  return new AppError('not-connected', `The session with ${name} was ended. It is opened again.`);
}
