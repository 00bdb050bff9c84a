import { AppError } from '../../../shared/errors.ts';
import type { KnownSettings } from '../../../shared/model/fleet-frame.ts';
import type { Clock } from '../../base/clock.ts';
import type { SpcpClient } from '../../spcp/client.ts';
import { nextPoll, pollPhase } from '../policy.ts';

/** After a read that ended its session the next one waits at least so long. */
const shortestPauseMs = 60_000;
const longestMs = 3_600_000;

const nothingDue = Promise.resolve();

export interface KnownSettingsParts {
  readonly clock: Clock;
  /** What was last set from here, which SPCP cannot read back; must not throw. */
  readonly bufferSize: () => KnownSettings['bufferSize'];
  /** As it was read when the app ran last. */
  readonly transformation: KnownSettings['transformation'];
  /** The proxy's number in the fleet, for the phase of its reads: not all are asked at one moment. */
  readonly index: number;
  /** Milliseconds between two reads of what others may change too; null: none but the first of a session. */
  readonly every: () => number | null;
  /** Another value is known. */
  readonly onChange: () => void;
  /** The transformation was read; `before` as it was known, null where it was not. */
  readonly onRead: (before: KnownSettings['transformation'], now: ReadTransformation) => void;
}

type ReadTransformation = NonNullable<KnownSettings['transformation']>;

/** What the settings of one proxy are known to be. */
export class SettingsKnown {
  readonly #parts: KnownSettingsParts;
  #value: KnownSettings;
  /** Whose read was the last: one on another session is due at once. */
  #last: SpcpClient | null = null;
  #lastEvery: number | null = null;
  /** When the next read is due, monotonic. */
  #due = 0;
  /** Sessions in a row that a read ended. */
  #ended = 0;
  #notBefore = Number.NEGATIVE_INFINITY;

  constructor(parts: KnownSettingsParts) {
    this.#parts = parts;
    this.#value = { transformation: parts.transformation, bufferSize: parts.bufferSize() };
  }

  get value(): KnownSettings {
    return this.#value;
  }

  /** The transformation was read on this session, whoever asked. */
  transformationRead(client: SpcpClient, value: string | null): void {
    const { clock, onChange, onRead } = this.#parts;
    const { transformation } = this.#value;
    const read = { value, at: clock.wall() };
    this.#last = client;
    this.#ended = 0;
    this.#value = { ...this.#value, transformation: read };
    onRead(transformation, read);
    // The same value with another time is worth no picture of its own: it goes with the next one.
    if (transformation === null || transformation.value !== value) onChange();
  }

  /** Another size may have been set from here. */
  readBufferSize(): void {
    const bufferSize = this.#parts.bufferSize();
    const before = this.#value.bufferSize;
    if (bufferSize?.at === before?.at && bufferSize?.bytes === before?.bytes) return;
    this.#value = { ...this.#value, bufferSize };
    this.#parts.onChange();
  }

  /**
   * Reads what is due, behind the polls of the session. A proxy that answers with an error has nothing to tell; one that does not
   * answer, or with what is no answer, has lost its session by that: then the next read comes later each time, so that it can be watched.
   */
  refresh(client: SpcpClient): Promise<void> {
    const now = this.#parts.clock.now();
    // Nearly every reading finds nothing due, and is worth no promise of its own.
    if (now < this.#notBefore || !this.#isDue(client, now)) return nothingDue;
    return this.#read(client);
  }

  async #read(client: SpcpClient): Promise<void> {
    this.#last = client;
    this.readBufferSize();
    try {
      await client.getTransformation();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'reply-timeout' && error.code !== 'protocol-error') return;
      this.#ended++;
      const pause = Math.min(longestMs, shortestPauseMs * 2 ** this.#ended);
      this.#notBefore = this.#parts.clock.now() + pause;
    }
  }

  /** The profile leads to another proxy. */
  forget(): void {
    this.#last = null;
    this.#ended = 0;
    this.#notBefore = Number.NEGATIVE_INFINITY;
    this.#value = { ...this.#value, transformation: null };
  }

  /** The first of a session is due at once, the others on the grid of this proxy. */
  #isDue(client: SpcpClient, now: number): boolean {
    const every = this.#parts.every();
    const isFirst = this.#last !== client;
    if (!isFirst && (every === null || (every === this.#lastEvery && now < this.#due)))
      return false;
    const isOther = every !== this.#lastEvery;
    this.#lastEvery = every;
    if (every === null) return isFirst;
    this.#due = nextPoll(now, pollPhase(this.#parts.index, every), every).due;
    return isFirst || !isOther;
  }
}
