import type { AlertCondition, AlertInsight } from '../../model/alert-rule.ts';
import type { HistoryRange } from '../../model/history.ts';
import type { OpenCount } from '../../model/open-count-schema.ts';
import type { SpanFacts } from '../insights/of-span.ts';
import { recentMs } from '../insights/recent-readings.ts';
import { spanFactsOf } from '../insights/span-facts.ts';
import { insightVerdicts } from './insight-verdicts.ts';
import type { PastLook } from './replay.ts';

type OfInsight = Extract<AlertCondition, { kind: 'metric' }> & { readonly metric: AlertInsight };

/** Looks of different proxies at the same time lie within so long, milliseconds. */
const togetherMs = 60_000;

/**
 * What a rule about an insight saw of each proxy, by id, from what was recorded of its group, a look for each point. Whether a count of open
 * connections can be believed is known as it is now alone.
 */
export function insightLooks(
  condition: OfInsight,
  recorded: ReadonlyMap<string, HistoryRange>,
  countOf: (id: string) => OpenCount,
): ReadonlyMap<string, readonly PastLook[]> {
  const minutes = new Map<number, Map<string, { at: number; facts: SpanFacts }>>();
  for (const [id, range] of recorded)
    for (const [i, at] of range.at.entries()) {
      const minute = Math.floor(at / togetherMs);
      const there = minutes.get(minute) ?? new Map();
      minutes.set(minute, there.set(id, { at, facts: factsAt(range, i, at) }));
    }
  const looks = new Map<string, PastLook[]>();
  // The balance of a group is told of one of it until it is over.
  let told: string | null = null;
  for (const [, there] of [...minutes].toSorted(([a], [b]) => a - b)) {
    const facts = new Map(Array.from(there, ([id, each]) => [id, each.facts]));
    const isFiring = (id: string): boolean => id === told;
    const verdictOf = insightVerdicts(condition, { facts, countOf, isFiring });
    const found = Array.from(there, ([id, { at }]) => ({ id, at, verdict: verdictOf(id).verdict }));
    for (const { id, at, verdict } of found) {
      const list = looks.get(id) ?? [];
      list.push({ at, verdict });
      looks.set(id, list);
    }
    if (condition.metric !== 'balance') continue;
    const bad = found.find(({ verdict }) => verdict === 'bad');
    if (found.some(({ verdict }) => verdict === 'clear')) told = null;
    else told ??= bad?.id ?? null;
  }
  return looks;
}

/** What the proxy did in the span that ends with a point. Only the points of it are looked at: a day has many. */
function factsAt(range: HistoryRange, index: number, at: number): SpanFacts {
  const from = at - recentMs;
  let first = index;
  while (first > 0 && (range.at[first - 1] ?? 0) >= from) first--;
  const part = <T>(list: readonly T[]): T[] => list.slice(first, index + 1);
  return spanFactsOf(
    {
      since: null,
      at: part(range.at),
      connections: { mean: part(range.connections.mean) },
      bytesPerSecond: { mean: part(range.bytesPerSecond.mean) },
      accessesPerSecond: { mean: part(range.accessesPerSecond.mean) },
      marks: range.marks,
    },
    { from, to: at },
  );
}
