import type { ProxyInsight } from '../../model/insight-names.ts';
import type { OpenCount } from '../../model/open-count-schema.ts';
import { type Insight, none, valued, type WhyNot } from './insight.ts';
import { fewestToJudge } from './open-count.ts';

/** What one proxy did over a span of time. A mean is over the time that was watched, null where that was none. */
export interface SpanFacts {
  /** Seconds of the span, and those of them that were watched. */
  readonly seconds: number;
  readonly watchedSeconds: number;
  /** Points that have a value. */
  readonly readings: number;
  readonly connections: number | null;
  /** Open at the first and at the last of the readings. */
  readonly firstConnections: number | null;
  readonly lastConnections: number | null;
  readonly bytesPerSecond: number | null;
  readonly accessesPerSecond: number | null;
  /** How often the proxy restarted. */
  readonly restarts: number;
}

/** Of fewer accesses a mean says little. */
export const fewestAccesses = 10;
export const fewestReadings = 5;
/** The span is so many times as long as a connection is open, at least: else most began or end outside of it. */
const spansOfOne = 2;
/** The count changed over the span by no more than this part of the accesses in it. */
const mostChange = 0.5;

const rules: Readonly<Record<ProxyInsight, (facts: SpanFacts, count: OpenCount) => Insight>> = {
  meanDuration,
  bytesPerAccess,
  bytesPerConnection,
};

/** One insight of a proxy over a span. */
export function insightOf(insight: ProxyInsight, facts: SpanFacts, count: OpenCount): Insight {
  return rules[insight](facts, count);
}

/**
 * Seconds that a connection is open, by Little's law: the mean number that is open, divided by the accesses per second (J. D. C. Little, A Proof
 * for the Queuing Formula L = λW, 1961). An estimate: the law is of what neither grows nor shrinks, and the count is read now and then.
 */
export function meanDuration(facts: SpanFacts, count: OpenCount): Insight {
  const why = whyNot(facts, ['watched', 'accesses', 'restart']) ?? whyNotCount(count);
  if (why !== null) return none(why);
  const { connections, accessesPerSecond, seconds } = facts;
  if (connections === null || accessesPerSecond === null) return none({ case: 'no-data' });
  const accesses = accessesIn(facts);
  const change = (facts.lastConnections ?? connections) - (facts.firstConnections ?? connections);
  if (Math.abs(change) > mostChange * accesses) return none({ case: 'unsteady', change, accesses });
  const duration = connections / accessesPerSecond;
  if (duration * spansOfOne > seconds)
    return none({ case: 'short-span', seconds: duration, span: seconds });
  return valued(duration);
}

/** Bytes that were moved for each access: of the two counters, so that a restart of both changes nothing. */
export function bytesPerAccess(facts: SpanFacts): Insight {
  const why = whyNot(facts, ['watched', 'accesses']);
  if (why !== null) return none(why);
  const { bytesPerSecond, accessesPerSecond } = facts;
  if (bytesPerSecond === null || accessesPerSecond === null) return none({ case: 'no-data' });
  return valued(bytesPerSecond / accessesPerSecond);
}

/** Bytes a second that an open connection moves: those of all, divided by the mean number that is open. */
export function bytesPerConnection(facts: SpanFacts, count: OpenCount): Insight {
  const why = whyNot(facts, ['watched', 'restart']) ?? whyNotCount(count);
  if (why !== null) return none(why);
  const { bytesPerSecond, connections } = facts;
  if (bytesPerSecond === null || connections === null) return none({ case: 'no-data' });
  if (!(connections > 0)) return none({ case: 'none-open' });
  return valued(bytesPerSecond / connections);
}

/** How many connections were accepted in the time that was watched. */
export function accessesIn({ accessesPerSecond, watchedSeconds }: SpanFacts): number {
  return (accessesPerSecond ?? 0) * watchedSeconds;
}

type Condition = 'watched' | 'accesses' | 'restart';

function whyNot(facts: SpanFacts, conditions: readonly Condition[]): WhyNot | null {
  const { readings, seconds, watchedSeconds, restarts } = facts;
  const found = new Set(conditions);
  if (readings === 0 || facts.accessesPerSecond === null) return { case: 'no-data' };
  if (found.has('restart') && restarts > 0) return { case: 'restart', restarts };
  if (readings < fewestReadings) return { case: 'few-readings', readings, least: fewestReadings };
  if (watchedSeconds < seconds / 2) return { case: 'gaps', watched: watchedSeconds / seconds };
  const accesses = accessesIn(facts);
  // What rates come to is no whole number.
  return found.has('accesses') && accesses < fewestAccesses - 0.5
    ? { case: 'few-accesses', accesses: Math.max(0, Math.round(accesses)), least: fewestAccesses }
    : null;
}

/** Why nothing can be concluded from a count of open connections; null where it can. */
export function whyNotCount({ verdict, accesses, rise }: OpenCount): WhyNot | null {
  switch (verdict) {
    case 'counted-out':
      return null;
    case 'below-zero':
      return { case: 'below-zero' };
    case 'unproven':
      return { case: 'unproven', accesses, least: fewestToJudge };
    case 'rising':
    case 'only-rises':
      return { case: verdict, accesses, rise };
  }
}
