import type { HistoryRange } from '../../shared/model/history.ts';
import { createListeners } from '../api/store.ts';

/** What is kept of those proxies that somebody looks at. */
export interface OlderPoints {
  /** Null while it is not known. */
  of(id: string): HistoryRange | null;
  /** Fetches it, and now and then again, until the function that is returned is called; tells when there is another. */
  want(id: string, listener: () => void): () => void;
}

export interface OlderPointsParts {
  /** What is kept of these, in their order. Rejects where that cannot be told. */
  readonly fetch: (ids: readonly string[]) => Promise<readonly HistoryRange[]>;
  readonly after: (ms: number, task: () => void) => () => void;
}

/** Cards that come into view together are asked for together, milliseconds. */
const gatherMs = 60;
/** Before the ring of the last five minutes, which goes on by itself, begins later than this ends. */
const againMs = 4 * 60_000;
const retryMs = 10_000;
const mostAtOnce = 25;

export function createOlderPoints({ fetch, after }: OlderPointsParts): OlderPoints {
  const known = new Map<string, HistoryRange>();
  const wanted = new Map<string, ReturnType<typeof createListeners> & { users: number }>();
  let missing = new Set<string>();
  let stopGathering: (() => void) | null = null;
  let stopAgain: (() => void) | null = null;
  let stopRetry: (() => void) | null = null;

  const load = async (ids: readonly string[]): Promise<void> => {
    const ranges = await fetch(ids).catch(() => null);
    if (ranges === null) {
      // Not at once: whoever cannot tell now is not helped by being asked again and again.
      if (wanted.size > 0) stopRetry ??= after(retryMs, retry);
      return;
    }
    for (const [index, id] of ids.entries()) {
      const range = ranges[index];
      // What came after its last viewer had left may be old for the next.
      if (range === undefined || !wanted.has(id)) continue;
      known.set(id, range);
      wanted.get(id)?.tell();
    }
  };
  const retry = (): void => {
    stopRetry = null;
    for (const id of wanted.keys()) ask(id);
  };
  const gather = (): void => {
    stopGathering = null;
    const ids = [...missing].filter((id) => wanted.has(id));
    missing = new Set();
    for (let i = 0; i < ids.length; i += mostAtOnce) void load(ids.slice(i, i + mostAtOnce));
  };
  const ask = (id: string): void => {
    missing.add(id);
    stopGathering ??= after(gatherMs, gather);
  };
  const again = (): void => {
    stopAgain = after(againMs, again);
    // What nobody looks at is asked for anew when somebody does; the others are drawn as they are until then.
    for (const id of [...known.keys()]) if (!wanted.has(id)) known.delete(id);
    for (const id of wanted.keys()) ask(id);
  };
  return {
    of: (id) => known.get(id) ?? null,
    want(id, listener) {
      const own = wanted.get(id) ?? { ...createListeners(), users: 0 };
      wanted.set(id, own);
      own.users++;
      const leave = own.add(listener);
      if (!known.has(id)) ask(id);
      stopAgain ??= after(againMs, again);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        leave();
        if (--own.users === 0) wanted.delete(id);
        if (wanted.size > 0) return;
        stopAgain?.();
        stopGathering?.();
        stopRetry?.();
        stopAgain = stopGathering = stopRetry = null;
        known.clear();
      };
    },
  };
}
