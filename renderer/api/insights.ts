import { type Insight, none } from '../../shared/fleet/insights/insight.ts';
import { shareOf } from '../../shared/fleet/insights/of-group.ts';
import { insightOf, type SpanFacts } from '../../shared/fleet/insights/of-span.ts';
import { spanFactsOf } from '../../shared/fleet/insights/span-facts.ts';
import type { ProxyInsight } from '../../shared/model/insight-names.ts';
import type { FleetStore } from './fleet-store.ts';
import type { FleetMeans } from './means.ts';
import type { LivePoints } from './point-ring.ts';

/** What a proxy is sorted by, and has a column for, that follows from its numbers. */
export type LiveInsight = ProxyInsight | 'share';

/** Of the last five minutes, which a window holds of every proxy, milliseconds: of fewer the accesses are too few. */
const spanMs = 300_000;

/** An insight of a proxy now; computed when it is asked for, since few are shown at a time. A share is by the means of the board. */
export function liveInsight(
  parts: {
    readonly fleet: Pick<FleetStore, 'snapshot' | 'points' | 'heardAt'>;
    readonly means: Pick<FleetMeans, 'all'>;
  },
  id: string,
  insight: LiveInsight,
): Insight {
  const { fleet, means } = parts;
  const snapshot = fleet.snapshot(id);
  if (snapshot?.state.kind !== 'ready') return none({ case: 'no-data' });
  if (insight === 'share') {
    const all = means.all.get();
    const rates = [...all.values()].flatMap(({ bytesPerSecond }) => bytesPerSecond ?? []);
    return shareOf(all.get(id)?.bytesPerSecond ?? null, rates);
  }
  const facts = factsOf(fleet.points(id), fleet.heardAt(), snapshot.restarts > 0);
  return insightOf(insight, facts, snapshot.openCount);
}

/** `restarted`: a reading without a rate may be the first after a restart. */
function factsOf(points: LivePoints, to: number, restarted: boolean): SpanFacts {
  const from = to - spanMs;
  const at: number[] = [];
  const column = (series: 'connections' | 'bytesPerSecond' | 'accessesPerSecond') => {
    const values: (number | null)[] = [];
    points.each(series, (_, value) => values.push(Number.isNaN(value) ? null : value), from);
    return { mean: values };
  };
  points.each('connections', (time) => at.push(time), from);
  const connections = column('connections');
  const accessesPerSecond = column('accessesPerSecond');
  const marks = at.flatMap((time, index) => {
    const isBreak = connections.mean[index] !== null && accessesPerSecond.mean[index] === null;
    return restarted && isBreak && index > 0 ? [{ kind: 'restart' as const, at: time }] : [];
  });
  const bytesPerSecond = column('bytesPerSecond');
  const since = at[0] ?? null;
  const range = { since, at, connections, bytesPerSecond, accessesPerSecond, marks };
  return spanFactsOf(range, { from, to });
}
