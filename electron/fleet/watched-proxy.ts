import type { Metrics } from '../../shared/model/metrics.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { ProxyState } from '../../shared/model/proxy-state.ts';

/** One proxy as it is exported. */
export interface WatchedProxy {
  readonly profile: Profile;
  readonly state: ProxyState;
  /** What was read on the session of now; null while there is none, and until its first poll was answered. */
  readonly reading: Metrics | null;
  /** When it was last read, on whatever session, epoch milliseconds; null where it never was. */
  readonly lastReadAt: number | null;
  /** So often a counter fell since the console started. */
  readonly restarts: number;
  /** Since the console started. */
  readonly missedPolls: number;
  /** Milliseconds between two polls, as it is polled now. */
  readonly intervalMs: number;
}
