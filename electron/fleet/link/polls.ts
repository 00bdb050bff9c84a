import type { Clock } from '../../base/clock.ts';
import type { MetricsReading, SpcpClient } from '../../spcp/client.ts';
import type { Cadence } from '../cadence.ts';
import type { Counters } from '../rates.ts';
import { readWhole } from './whole-reading.ts';

export interface PollListeners {
  readonly onReading: (reading: MetricsReading) => void;
  /** Of the last reading, whatever session it was on; null where there is none of this proxy. */
  readonly lastRead: () => Counters | null;
  /** The replies to what was asked together came in another order; it is asked one by one from now on. */
  readonly onOutOfOrder: () => void;
  /** So many polls were missed, and counted. */
  readonly onMissed: (count: number) => void;
  readonly onFailed: (error: unknown) => void;
}

/** The readings of one session, one at a time, at the cadence of its proxy. */
export class Polls {
  readonly #clock: Clock;
  readonly #cadence: Cadence;
  readonly #client: SpcpClient;
  readonly #listeners: PollListeners;
  #underWay = false;
  #stopped = false;
  #cancelTimer: () => void = () => {};

  constructor(clock: Clock, cadence: Cadence, client: SpcpClient, listeners: PollListeners) {
    this.#clock = clock;
    this.#cadence = cadence;
    this.#client = client;
    this.#listeners = listeners;
  }

  /** Takes up the cadence's grid, also where it was changed. */
  schedule(): void {
    this.#schedule(this.#cadence.start(this.#clock.now()));
  }

  /** Reads beside the grid, unless a reading is under way. */
  async now(): Promise<void> {
    if (this.#underWay) return;
    this.#underWay = true;
    const { onReading, onFailed } = this.#listeners;
    const reading = await this.read().catch((error: unknown) => {
      if (!this.#stopped) onFailed(error);
      return null;
    });
    this.#underWay = false;
    if (reading !== null && !this.#stopped) onReading(reading);
  }

  /** Reads for who asks, beside what else is under way. Throws as `readMetrics` does. */
  async read(): Promise<MetricsReading> {
    const { lastRead, onOutOfOrder } = this.#listeners;
    const { reading, outOfOrder } = await readWhole(this.#client, lastRead());
    if (outOfOrder && !this.#stopped) {
      this.#client.askOneByOne();
      onOutOfOrder();
    }
    return reading;
  }

  /** Of a reading under way nothing is told any more. */
  stop(): void {
    this.#stopped = true;
    this.#cancelTimer();
  }

  #schedule(delay: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(delay, () => this.#tick());
  }

  #tick(): void {
    const before = this.#cadence.missed;
    const delay = this.#cadence.tick(this.#clock.now(), this.#underWay);
    const missed = this.#cadence.missed - before;
    if (missed > 0) this.#listeners.onMissed(missed);
    this.#schedule(delay);
    void this.now();
  }
}
