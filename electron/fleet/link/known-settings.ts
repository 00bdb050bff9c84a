import { AppError } from '../../../shared/errors.ts';
import type { KnownSettings } from '../../../shared/model/fleet-frame.ts';
import type { Clock } from '../../base/clock.ts';
import type { SpcpClient } from '../../spcp/client.ts';

/** Between two reads of the transformation in force, which others may change too. */
const readEveryMs = 60_000;
const longestMs = 3_600_000;

export interface KnownSettingsParts {
  readonly clock: Clock;
  /** What was last set from here, which SPCP cannot read back; must not throw. */
  readonly bufferSize: () => KnownSettings['bufferSize'];
  /** As it was read when the app ran last. */
  readonly transformation: KnownSettings['transformation'];
  /** Another value is known. */
  readonly onChange: () => void;
}

/** What the settings of one proxy are known to be. */
export class SettingsKnown {
  readonly #parts: KnownSettingsParts;
  #value: KnownSettings;
  /** Of the last read, monotonic: one read on another session is due at once. */
  #last: { readonly client: SpcpClient; readonly at: number } | null = null;
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
    const { clock, onChange } = this.#parts;
    const { transformation } = this.#value;
    this.#last = { client, at: clock.now() };
    this.#ended = 0;
    this.#value = { ...this.#value, transformation: { value, at: clock.wall() } };
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
  async refresh(client: SpcpClient): Promise<void> {
    const now = this.#parts.clock.now();
    const isFresh = this.#last?.client === client && now - this.#last.at < readEveryMs;
    if (isFresh || now < this.#notBefore) return;
    this.#last = { client, at: now };
    this.readBufferSize();
    try {
      await client.getTransformation();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'reply-timeout' && error.code !== 'protocol-error') return;
      this.#ended++;
      const pause = Math.min(longestMs, readEveryMs * 2 ** this.#ended);
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
}
