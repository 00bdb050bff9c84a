import { AppError } from '../../../shared/errors.ts';
import type { Diagnostics } from '../../../shared/model/diagnostics.ts';
import type { KnownSettings, ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import type { Metrics, Rates } from '../../../shared/model/metrics.ts';
import { isSameProxy, samePlace } from '../../../shared/model/place.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { ProxyState } from '../../../shared/model/proxy-state.ts';
import type { MetricsReading, SpcpClient } from '../../spcp/client.ts';
import { Cadence } from '../cadence.ts';
import type { FrameSource } from '../frame-contents.ts';
import { Meter } from '../meter.ts';
import type { PointRing } from '../point-ring.ts';
import { wantsPassword } from '../policy.ts';
import type { WatchedProxy } from '../watched-proxy.ts';
import { SettingsKnown } from './known-settings.ts';
import type { LastKnown, LinkParts, ReadNow } from './parts.ts';
import { SessionKeeper } from './session-keeper.ts';
import type { Ready } from './standing.ts';
import { Together } from './together.ts';

/** A greater count is told as text. */
const mostExact = BigInt(Number.MAX_SAFE_INTEGER);

/** One proxy of the fleet: its profile, the session that is kept with it, which polls and tasks share, and what it was read. */
export class Link implements FrameSource {
  readonly #parts: LinkParts;
  readonly #meter: Meter;
  readonly #cadence: Cadence;
  readonly #settings: SettingsKnown;
  readonly #keeper: SessionKeeper;
  #profile: Profile;
  #watched: boolean;
  #paused = false;
  #version = 0;
  /** The transformation was read since a snapshot was told, if only with the same value. */
  #readSince = false;
  #restartsAtRead = 0;
  readonly #together: Together;

  /** `index` is the proxy's number in the fleet, for the phase of its polls. */
  constructor(parts: LinkParts, profile: Profile, index: number, watched: boolean) {
    this.#parts = parts;
    this.#profile = profile;
    this.#watched = watched;
    const known = parts.lastKnownOf(profile);
    this.#together = new Together(parts.clock, known?.oneByOneSince ?? null);
    this.#meter = new Meter(parts.clock, profile.pollSeconds, known);
    this.#cadence = new Cadence(index, profile.pollSeconds, watched);
    this.#settings = new SettingsKnown({
      clock: parts.clock,
      transformation: known?.transformation ?? null,
      index,
      every: () => (this.#paused ? null : parts.readEvery()),
      bufferSize: () => parts.bufferSizeOf(profile.id),
      onChange: () => this.#changed(),
      onRead: (before, now) => {
        const { restarts } = this.#meter;
        const restarted = restarts !== this.#restartsAtRead;
        this.#restartsAtRead = restarts;
        this.#readSince = true;
        parts.onTransformation({ before, now, restarted });
      },
    });
    this.#keeper = new SessionKeeper({
      ...parts,
      profileOf: () => this.#profile,
      cadence: this.#cadence,
      together: () => this.#together.oneByOneSince === null,
      onOutOfOrder: () => {
        this.#together.refused();
        this.#changed();
      },
      onLost: (client) => {
        if (this.#together.sessionEnded(client)) this.#changed();
      },
      lastRead: () => this.#meter.counters,
      onReading: (reading) => this.#record(reading),
      onTransformation: (client, value) => this.#settings.transformationRead(client, value),
      onGap: () => this.#meter.gap(),
      onChange: () => this.#changed(),
    });
  }

  get id(): string {
    return this.#profile.id;
  }

  get name(): string {
    return this.#profile.name;
  }

  get state(): ProxyState {
    return this.#keeper.state;
  }

  /** As a snapshot of it says. */
  get unreachableSince(): number | null {
    return this.#keeper.unreachableSince;
  }

  get version(): number {
    return this.#version;
  }

  get points(): PointRing {
    return this.#meter.points;
  }

  get profile(): Profile {
    return this.#profile;
  }

  get settings(): KnownSettings {
    return this.#settings.value;
  }

  get lastKnown(): LastKnown {
    const { metrics, openCount } = this.#meter;
    const { transformation } = this.#settings.value;
    return { metrics, transformation, openCount, oneByOneSince: this.#together.oneByOneSince };
  }

  get watched(): WatchedProxy {
    const { metrics, restarts, current } = this.#meter;
    return {
      profile: this.#profile,
      state: this.state,
      reading: current,
      lastReadAt: metrics?.at ?? null,
      restarts,
      missedPolls: this.missedPolls,
      intervalMs: this.#cadence.intervalMs,
    };
  }

  /** Changes with all that `lastKnown` answers. */
  get knownVersion(): number {
    return this.#version + this.#meter.points.written;
  }

  get metrics(): Metrics | null {
    return this.#meter.metrics;
  }

  get rates(): Rates {
    return this.#meter.rates;
  }

  /** Polls missed because the one before was still under way. */
  get missedPolls(): number {
    return this.#cadence.missed;
  }

  /** Of the association of now. */
  diagnostics(): Diagnostics {
    const client = this.#keeper.ready?.client;
    return { datagrams: client?.datagrams ?? null, metrics: this.#asking(client) };
  }

  snapshot(): ProxySnapshot {
    const { metrics, rates, restarts, openCount } = this.#meter;
    return {
      id: this.id,
      state: this.state,
      unreachableSince: this.#keeper.unreachableSince,
      metrics,
      rates,
      restarts,
      missedPolls: this.missedPolls,
      settings: this.#settings.value,
      openCount,
    };
  }

  /** Tries now, unless it is connected or under way. */
  connect(): void {
    const { kind } = this.state;
    if (kind === 'ready' || kind === 'connecting' || kind === 'authenticating') return;
    this.#keeper.startAfresh();
  }

  /**
   * The vault was unlocked, or another is in force: what had no password may have one now. `isOther`: it may also have a right one where the
   * last was refused.
   */
  vaultChanged(isOther: boolean): void {
    const { state } = this;
    const isWanting =
      state.kind === 'needs-attention' &&
      (wantsPassword(state.why.code) || (isOther && state.why.code === 'login-refused'));
    if (state.kind === 'vault-locked' || isWanting) this.#keeper.startAfresh();
  }

  /** What was wrong may be right now: tries again, also where an attempt is under way with what was known before. */
  reset(): void {
    const { kind } = this.state;
    if (kind !== 'off' && kind !== 'ready') this.#keeper.startAfresh();
  }

  /** Tries now if it waits for its next attempt. */
  probe(): void {
    this.#keeper.probe();
  }

  /** After a sleep: what waits is tried, and what seems connected has to prove it. */
  resume(): void {
    this.probe();
    void this.#keeper.ready?.polls.now();
  }

  /** Whether somebody looks: what is not watched is read more rarely. */
  setWatched(watched: boolean): void {
    if (watched === this.#watched) return;
    this.#watched = watched;
    this.#changeCadence();
  }

  /** A paused proxy keeps its session, and is read rarely. */
  setPaused(paused: boolean): void {
    if (paused === this.#paused) return;
    this.#paused = paused;
    this.#changeCadence();
    // What is read again is of now at once.
    if (!paused) void this.#keeper.ready?.polls.now();
  }

  /** Takes an edited profile; reconnects where it leads elsewhere. */
  setProfile(profile: Profile): void {
    const before = this.#profile;
    this.#profile = profile;
    if (before.pollSeconds !== profile.pollSeconds) {
      this.#meter.setCadence(profile.pollSeconds);
      this.#changeCadence();
    }
    if (!isSameProxy(before, profile)) {
      this.#meter.forget();
      this.#settings.forget();
      this.#together.forget();
      this.#changed();
    }
    if (this.state.kind !== 'off' && !samePlace(before, profile)) this.#keeper.startElsewhere();
  }

  /** A buffer size was set from here. */
  bufferSizeSet(): void {
    this.#settings.readBufferSize();
  }

  /** Ends in order; resolves when the association is over. The next session tries again whether the metrics can be asked together. */
  disconnect(): Promise<void> {
    this.#together.forget();
    return this.#keeper.end();
  }

  /** Runs a task on the session that is ready; throws `not-connected` where there is none. */
  async use<T>(task: (client: SpcpClient) => Promise<T>): Promise<T> {
    return task(this.#requireReady().client);
  }

  /** Reads the metrics as polls do, beside them; throws `not-connected` where there is no session, and as a session does. */
  async read(): Promise<ReadNow> {
    const { polls, shown } = this.#requireReady();
    return { reading: await polls.read(), connection: shown.connection };
  }

  #requireReady(): Ready {
    const { ready } = this.#keeper;
    if (ready !== null) return ready;
    const { name } = this;
    throw new AppError('not-connected', { case: 'proxy', name, state: this.state.kind });
  }

  #asking(client: SpcpClient | undefined): Diagnostics['metrics'] {
    if (client === undefined) return null;
    if (client.asksTogether) return { asked: 'together' };
    const since = this.#together.oneByOneSince;
    return since === null
      ? { asked: 'one-by-one', why: 'stream' }
      : { asked: 'one-by-one', why: 'unanswered', since };
  }

  #changeCadence(): void {
    this.#cadence.setInterval(this.#profile.pollSeconds, this.#watched, this.#paused);
    this.#keeper.ready?.polls.schedule();
  }

  #record(reading: MetricsReading): void {
    const { intervalMs } = this.#cadence;
    const { metrics, restarts, openCount } = this.#meter;
    const sample = this.#meter.record(this.id, reading, this.missedPolls, intervalMs);
    const isOneMore =
      metrics?.implausible === false &&
      !reading.implausible &&
      reading.connections <= mostExact &&
      sample.missed === 0 &&
      restarts === this.#meter.restarts &&
      openCount === this.#meter.openCount &&
      !this.#readSince;
    this.#readSince = false;
    if (isOneMore) this.#parts.onChange();
    else this.#changed();
    this.#parts.onSample(sample);
    if (sample.restart) this.#parts.onEvent('restarted', { restarts: this.#meter.restarts });
    const { ready } = this.#keeper;
    if (ready !== null) void this.#settings.refresh(ready.client);
  }

  #changed(): void {
    this.#version++;
    this.#parts.onChange();
  }
}
