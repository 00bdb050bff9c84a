/** One reading of one proxy, as the fleet hands it to the history. Counters are as the proxy said them. */
export interface Sample {
  readonly profileId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Milliseconds of the monotonic clock of this run of the app: the time between two readings, which no corrected clock makes longer. */
  readonly now: number;
  readonly connections: bigint;
  readonly transferredBytes: bigint;
  readonly accesses: bigint;
  /** Since the reading before; null without one, or across a restart. */
  readonly bytesPerSecond: number | null;
  readonly accessesPerSecond: number | null;
  /** Mean round trip of the reading's requests, milliseconds. */
  readonly roundTripMs: number;
  /** Polls missed since the reading before. */
  readonly missed: number;
  /** A counter fell since the reading before. */
  readonly restart: boolean;
  /** The first of a proxy of which nothing was known: what is kept under the same profile may be of another. */
  readonly another: boolean;
}
