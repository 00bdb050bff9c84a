import type { Clock } from '../../base/clock.ts';
import type { SpcpClient } from '../../spcp/client.ts';

/** Of a proxy that had answered before, a second group that was cut off counts within so long, monotonic milliseconds: two outages are rarely that near. */
const doubtMs = 3_600_000;

/** Whether the metrics of one proxy are asked together (deployed behaviour 17). */
export class Together {
  readonly #clock: Pick<Clock, 'now' | 'wall'>;
  #oneByOneSince: number | null;
  /** A group was answered on some session of this run. */
  #worked = false;
  /** When one was last cut off after that, monotonic milliseconds. */
  #doubtedAt: number | null = null;

  /** `since`: what an earlier run found out. */
  constructor(clock: Pick<Clock, 'now' | 'wall'>, since: number | null) {
    this.#clock = clock;
    this.#oneByOneSince = since;
  }

  /** Since when they are asked one by one, epoch milliseconds; null where together. */
  get oneByOneSince(): number | null {
    return this.#oneByOneSince;
  }

  /** From now on one by one. */
  refused(): void {
    this.#oneByOneSince = this.#clock.wall();
  }

  /**
   * A session ended. Of a group that was cut off nobody can say whether the proxy or the way to it left the rest out: where groups were answered before,
   * it takes two. Answers whether it is different now.
   */
  sessionEnded({ answeredTogether, refusesTogether }: SpcpClient): boolean {
    this.#worked ||= answeredTogether;
    if (refusesTogether === null || this.#oneByOneSince !== null) return false;
    const now = this.#clock.now();
    const isAgain = this.#doubtedAt !== null && now - this.#doubtedAt < doubtMs;
    if (refusesTogether === 'maybe' && this.#worked && !isAgain) {
      this.#doubtedAt = now;
      return false;
    }
    this.refused();
    return true;
  }

  /** The user ended the session, or the profile leads to another proxy: all of it is tried anew. */
  forget(): void {
    this.#oneByOneSince = null;
    this.#worked = false;
    this.#doubtedAt = null;
  }
}
