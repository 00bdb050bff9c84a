/** The longest that a server takes to give up a peer that vanished, with some room: until then it cannot know. Milliseconds. */
const knownAfterMs = 180_000;

/** Finds proxies that the console reaches by more than one association. */
export interface Twins {
  /** So many were found. */
  readonly found: number;
  /** Takes the counts of now, by proxy, and when each met its last misfortune; milliseconds of a monotonic clock. */
  counts(associations: readonly number[], now: number, hurtAt: (proxy: number) => number): void;
}

/** A second association is found when there were two and more at every look for longer than a server takes to give up a peer. */
export function createTwins(): Twins {
  const since = new Map<number, number>();
  const found = new Set<number>();
  return {
    get found() {
      return found.size;
    },
    counts(associations, now, hurtAt) {
      for (const [proxy, count] of associations.entries()) {
        if (count <= 1) since.delete(proxy);
        else {
          // Each misfortune may leave one more that the server gives up in its own time.
          since.set(proxy, Math.max(since.get(proxy) ?? now, hurtAt(proxy)));
          if (now - (since.get(proxy) ?? now) > knownAfterMs) found.add(proxy);
        }
      }
    },
  };
}
