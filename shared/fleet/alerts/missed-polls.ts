import type { AlertCondition } from '../../model/alert-rule.ts';
import type { MissedPolls } from '../../model/history.ts';
import type { PastLook } from './replay.ts';
import { metricVerdict } from './verdicts.ts';

/** Missed polls are counted over so long, milliseconds. */
export const missedSpanMs = 300_000;

/** The polls that were missed lately of each proxy, also of one that never answered any. Times are monotonic milliseconds. */
export interface RecentMisses {
  add(id: string, count: number, now: number): void;
  countOf(id: string, now: number): number;
  /** Only these are kept. */
  keep(ids: ReadonlySet<string>): void;
}

export function createRecentMisses(): RecentMisses {
  const misses = new Map<string, { readonly at: number; readonly count: number }[]>();
  return {
    add(id, count, now) {
      const list = misses.get(id) ?? [];
      list.push({ at: now, count });
      misses.set(id, list);
    },
    countOf(id, now) {
      const recent = (misses.get(id) ?? []).filter(({ at }) => now - at < missedSpanMs);
      if (recent.length === 0) misses.delete(id);
      else misses.set(id, recent);
      return recent.reduce((sum, { count }) => sum + count, 0);
    },
    keep(ids) {
      for (const id of misses.keys()) if (!ids.has(id)) misses.delete(id);
    },
  };
}

/** What a rule about missed polls saw at the end of each minute that is kept. */
export function missedLooks(
  condition: Extract<AlertCondition, { kind: 'metric' }>,
  { at, missed }: MissedPolls,
): readonly PastLook[] {
  let first = 0;
  let sum = 0;
  return at.map((minute, i) => {
    sum += missed[i] ?? 0;
    while ((at[first] ?? minute) <= minute - missedSpanMs) sum -= missed[first++] ?? 0;
    return { at: minute, verdict: metricVerdict(condition, sum) };
  });
}
