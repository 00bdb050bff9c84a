import type { AlertCondition, AlertInsight } from '../../model/alert-rule.ts';
import type { OpenCount } from '../../model/open-count-schema.ts';
import { type Insight, knownValue } from '../insights/insight.ts';
import { balanceOf, sharesOf } from '../insights/of-group.ts';
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
 * Of an insight of each of a group, by id. The balance is the whole group's: it is told of the one with the most accesses, and of that one until it
 * is over, whoever has the most meanwhile. What is the group's is found once, as it is now: ask at once, of all who are to be looked at.
 */
export function insightVerdicts(
  condition: OfNumber & { readonly metric: AlertInsight },
  group: InsightGroup,
): (id: string) => InsightVerdict {
  const numberOf = insightValues(condition.metric, group);
  const { facts, isFiring } = group;
  const told = condition.metric === 'balance' ? toldOf(facts, isFiring) : null;
  return (id) => {
    const value = numberOf(id);
    const verdict = metricVerdict(condition, value);
    const isOfAnother = told !== null && id !== told && !isFiring(id);
    return { verdict: verdict === 'bad' && isOfAnother ? 'between' : verdict, value };
  };
}

function insightValues(
  insight: AlertInsight,
  { facts, countOf }: InsightGroup,
): (id: string) => number | null {
  const of = (insightOfOne: (own: SpanFacts, id: string) => Insight) => (id: string) => {
    const own = facts.get(id);
    return own === undefined ? null : knownValue(insightOfOne(own, id));
  };
  const all = [...facts.values()];
  if (insight === 'balance') {
    const balance = balanceOf(all.flatMap(accessesOf));
    return of(() => balance);
  }
  if (insight === 'share') {
    const share = sharesOf(all.flatMap(({ bytesPerSecond }) => bytesPerSecond ?? []));
    return of(({ bytesPerSecond }) => share(bytesPerSecond));
  }
  return of((own, id) => insightOf(insight, own, countOf(id)));
}

function accessesOf(facts: SpanFacts): readonly number[] {
  return facts.accessesPerSecond === null ? [] : [accessesIn(facts)];
}

/** Of whom the balance is told: who fires already, else who has the most accesses; null in a group of none. */
function toldOf(
  facts: ReadonlyMap<string, SpanFacts>,
  isFiring: InsightGroup['isFiring'],
): string | null {
  let busiest: string | null = null;
  let most = -1;
  for (const [id, each] of facts) {
    if (isFiring(id)) return id;
    const accesses = accessesIn(each);
    if (accesses > most) {
      busiest = id;
      most = accesses;
    }
  }
  return busiest;
}
