import { heartbeatMs } from '../../shared/ipc/heartbeat.ts';
import { createStore, type Readable } from './store.ts';

/** Whether the console feeds this window. `since`: its last word, epoch milliseconds by its clock; null where it never said one. */
export type Feed =
  | { readonly kind: 'fed' }
  | { readonly kind: 'silent'; readonly since: number | null };

/** What the watch needs of the window. */
export interface FeedParts {
  /** Hears every heartbeat, with the console's time. */
  readonly onHeartbeat: (listener: (at: number) => void) => void;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Runs the task again and again, after so many milliseconds; a hidden or busy window may be late. */
  readonly every: (ms: number, task: () => void) => void;
}

const fed: Feed = { kind: 'fed' };
const lookMs = 1000;
/** Without a word for so long, what the window shows is old: three heartbeats, milliseconds. */
export const silentMs = 3 * heartbeatMs;

/** Watches the console's heartbeat. */
export function createFeed({ onHeartbeat, now, every }: FeedParts): Readable<Feed> {
  const feed = createStore<Feed>(fed);
  let heardAt = now();
  let saidAt: number | null = null;
  let lookedAt = heardAt;

  onHeartbeat((at) => {
    heardAt = now();
    saidAt = at;
    feed.set(fed);
  });
  every(lookMs, () => {
    const before = lookedAt;
    lookedAt = now();
    // Where this window itself stood still, what came meanwhile is heard only after this.
    if (lookedAt - before > 2 * lookMs) return;
    if (lookedAt - heardAt < silentMs || feed.get().kind === 'silent') return;
    feed.set({ kind: 'silent', since: saidAt });
  });
  return feed;
}
