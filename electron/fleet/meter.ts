import { type CountWatch, createCountWatch } from '../../shared/fleet/insights/open-count.ts';
import type { Metrics, Rates } from '../../shared/model/metrics.ts';
import type { OpenCount } from '../../shared/model/open-count-schema.ts';
import type { Sample } from '../../shared/model/sample.ts';
import type { Clock } from '../base/clock.ts';
import type { MetricsReading } from '../spcp/client.ts';
import { countersText } from '../spcp/counters-text.ts';
import { fullFrameMs } from './frame-contents.ts';
import { PointRing } from './point-ring.ts';
import { type CounterReading, type Counters, clocksDisagree, ratesBetween } from './rates.ts';

type Moment = Pick<CounterReading, 'now' | 'wall'>;

const noRates: Rates = { bytesPerSecond: null, accessesPerSecond: null };
const noPoint = { connections: null, ...noRates, roundTripMs: null, missed: null };

/** Readings that are this much later than some polls missed stand for no proxy: this process did, or the machine. */
const standstillMs = 5000;

/** Points kept at this cadence: those of a full frame, and some for gaps. */
function ringCapacity(pollSeconds: number): number {
  return Math.ceil((fullFrameMs / 1000 / pollSeconds) * 1.1) + 8;
}

/** The readings of one proxy: the last one, its rates, and the points of the last minutes. */
export class Meter {
  readonly #clock: Clock;
  readonly #count: CountWatch;
  #points: PointRing;
  #metrics: Metrics | null = null;
  #rates = noRates;
  #restarts = 0;
  #before: CounterReading | null = null;
  /** When the last one came in. */
  #came: Moment = { now: 0, wall: 0 };
  #missedBefore = 0;
  #inGap = true;
  /** Nothing is known of what the proxy said before, maybe since it is another one than that of before. */
  #another: boolean;
  #interval: number;

  /** `known`: what was read, and found of it, when the app ran last. */
  constructor(
    clock: Clock,
    pollSeconds: number,
    known: { readonly metrics: Metrics | null; readonly openCount: OpenCount } | null = null,
  ) {
    const metrics = known?.metrics ?? null;
    this.#clock = clock;
    this.#count = createCountWatch(known?.openCount);
    this.#metrics = metrics;
    this.#another = metrics === null;
    this.#interval = pollSeconds * 1000;
    this.#points = new PointRing(ringCapacity(pollSeconds), fullFrameMs);
  }

  get points(): PointRing {
    return this.#points;
  }

  /** The last reading, also when it is stale. */
  get metrics(): Metrics | null {
    return this.#metrics;
  }

  /** The last reading where it is of the session of now; null before its first and after its end. */
  get current(): Metrics | null {
    return this.#inGap ? null : this.#metrics;
  }

  /** Of the last reading, also when it is stale. */
  get counters(): Counters | null {
    if (this.#before !== null || this.#metrics === null) return this.#before;
    const { transferredBytes, accesses } = this.#metrics;
    return { transferredBytes: BigInt(transferredBytes), accesses: BigInt(accesses) };
  }

  get rates(): Rates {
    return this.#rates;
  }

  /** How often a counter fell. */
  get restarts(): number {
    return this.#restarts;
  }

  /** Whether the count of open connections can be believed. */
  get openCount(): OpenCount {
    return this.#count.count;
  }

  setCadence(pollSeconds: number): void {
    this.#points = this.#points.resized(ringCapacity(pollSeconds));
  }

  /**
   * Takes a reading that has just come in; `missedPolls` are those of the proxy so far, `intervalMs` is what lies between two polls now. Where the
   * machine slept, the process stood still or a clock was set since the one before, there is a gap between the two.
   */
  record(
    profileId: string,
    reading: MetricsReading,
    missedPolls: number,
    intervalMs: number,
  ): Sample {
    const { connections, transferredBytes, accesses, implausible } = reading;
    // A frame of a thousand proxies carries it twice for each: microseconds are enough.
    const roundTripMs = Math.round(reading.roundTripMs * 1000) / 1000;
    const missed = missedPolls - this.#missedBefore;
    this.#missedBefore = missedPolls;
    const at = this.#clock.wall();
    const came = { now: this.#clock.now(), wall: at };
    const now = came.now - reading.ageMs;
    const next = { now, wall: at - reading.ageMs, transferredBytes, accesses };
    this.#breakBefore(next, came, intervalMs);
    this.#came = came;
    const { restart, ...rates } = ratesBetween(this.#before, next, this.#inGap);
    this.#before = next;
    this.#inGap = false;
    this.#rates = rates;
    if (restart) this.#restarts++;
    this.#count.take({ at: now, connections, accesses, implausible }, restart);
    this.#metrics = {
      at,
      ...countersText(reading),
      implausible,
      roundTripMs,
    };
    const link = { roundTripMs, missed };
    const open = implausible ? null : Number(connections);
    this.#points.push({ at, connections: open, ...rates, ...link });
    const another = this.#another;
    this.#another = false;
    const counters = { connections, transferredBytes, accesses };
    return { profileId, at, now, ...counters, ...rates, ...link, restart, another };
  }

  #breakBefore(next: CounterReading, came: Moment, intervalMs: number): void {
    const before = this.#before;
    const usual = Math.max(this.#interval, intervalMs);
    this.#interval = intervalMs;
    if (before === null) return;
    // Points lie where readings came in, in the order of time: those of a clock that was ahead would lie in the future of what is read now.
    if (came.wall < this.#came.wall) this.#points.empty();
    // A round trip in which this process stood still says little of when the proxy was asked: what counts is when the readings came in.
    const apart = came.now - this.#came.now;
    if (clocksDisagree(before, next) || apart > 3 * usual + standstillMs)
      this.gap(Math.min(this.#came.wall + usual, came.wall));
  }

  /** What comes next is another proxy's. */
  forget(): void {
    this.#metrics = null;
    this.#another = true;
    this.#before = null;
    this.#rates = noRates;
    this.#restarts = 0;
    this.#count.forget();
    this.#inGap = true;
    this.#points.empty();
  }

  /** There is no data from then on, epoch milliseconds: one empty point, so that a chart draws no line across, and no rate. */
  gap(at = this.#clock.wall()): void {
    if (this.#inGap) return;
    this.#inGap = true;
    this.#rates = noRates;
    this.#points.push({ at, ...noPoint });
  }
}
