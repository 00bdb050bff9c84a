import type { AlertCondition, AlertInsight } from '../../model/alert-rule.ts';
import type { OpenCount } from '../../model/open-count.ts';
import { knownValue } from '../insights/insight.ts';
import { balanceOf, shareOf } from '../insights/of-group.ts';
import { accessesIn, insightOf, type SpanFacts } from '../insights/of-span.ts';
import { metricVerdict } from './verdicts.ts';
import type { AlertVerdict } from './watch.ts';

type OfNumber = Extract<AlertCondition, { kind: 'metric' }>;

/** What an insight says of one of a group; `value` is null where its conditions do not hold, and nothing is said then. */
export interface InsightVerdict {
  readonly verdict: AlertVerdict;
  readonly value: number | null;
}

export interface InsightGroup {
  /** What each of whom something is known did over the span, by id. */
  readonly facts: ReadonlyMap<string, SpanFacts>;
  readonly countOf: (id: string) => OpenCount;
  /** Whether the rule fires for one of the group already. */
  readonly isFiring: (id: string) => boolean;
}

/**
 * Of an insight of one of a group. The balance is the whole group's: it is told of the one with the most accesses, and of that one until it is over,
 * whoever has the most meanwhile.
 */
export function insightVerdict(
  condition: OfNumber & { readonly metric: AlertInsight },
  id: string,
  group: InsightGroup,
): InsightVerdict {
  const value = insightValue(condition.metric, id, group);
  const verdict = metricVerdict(condition, value);
  if (condition.metric !== 'balance' || verdict !== 'bad' || group.isFiring(id))
    return { verdict, value };
  const ids = [...group.facts.keys()];
  const isTold = ids.some(group.isFiring) || id !== busiestOf(group.facts);
  return { verdict: isTold ? 'between' : verdict, value };
}

function insightValue(insight: AlertInsight, id: string, { facts, countOf }: InsightGroup) {
  const own = facts.get(id);
  if (own === undefined) return null;
  if (insight === 'balance') return knownValue(balanceOf([...facts.values()].flatMap(accessesOf)));
  if (insight === 'share') {
    const all = [...facts.values()].flatMap(({ bytesPerSecond }) => bytesPerSecond ?? []);
    return knownValue(shareOf(own.bytesPerSecond, all));
  }
  return knownValue(insightOf(insight, own, countOf(id)));
}

function accessesOf(facts: SpanFacts): readonly number[] {
  return facts.accessesPerSecond === null ? [] : [accessesIn(facts)];
}

function busiestOf(facts: ReadonlyMap<string, SpanFacts>): string | undefined {
  return [...facts].toSorted(([, a], [, b]) => accessesIn(b) - accessesIn(a))[0]?.[0];
}
